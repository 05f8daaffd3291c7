import { describe, expect, it } from 'vitest';
import { scalesOf } from '../../../src/learn/communities/scales.ts';
import type { Parting, Search } from '../../../src/learn/communities/scales.ts';
import { seeded } from '../../../src/model/seeded.ts';

const PEOPLE = 480;
const inGroupsOf = (size: number): Uint32Array => Uint32Array.from({ length: PEOPLE }, (_, node) => Math.floor(node / size));
const byDice = (groups: number, seed: string): Uint32Array => {
  const dice = seeded(seed);
  return Uint32Array.from({ length: PEOPLE }, () => Math.floor(dice() * groups));
};

const search: Search = { sizes: { least: 8, most: 60 }, usual: () => 1, runs: 3, step: 2, seed: 'x' };
const together = inGroupsOf(PEOPLE);

describe('resolutions with something to say', () => {
  it('are those whose groups are of a team’s size', () => {
    const parting: Parting = (resolution) => inGroupsOf(Math.min(PEOPLE, Math.max(1, Math.round(40 / resolution))));
    const { scales, found } = scalesOf(parting, together, search);
    expect(found).toBe('team');
    expect(scales.map(({ resolution, size, stability }) => ({ resolution, size, stability }))).toEqual([
      { resolution: 1, size: 40, stability: expect.closeTo(1, 0) as number },
      { resolution: 2, size: 20, stability: expect.closeTo(1, 0) as number },
      { resolution: 4, size: 10, stability: expect.closeTo(1, 0) as number },
    ]);
    expect(scales.every(({ partings }) => partings.length === 3)).toBe(true);
  });

  it('are coarser ones when teams come only from the dice', () => {
    const parting: Parting = (resolution, seed) => (resolution < 1 ? inGroupsOf(240) : byDice(30 * resolution, seed));
    const { scales, found } = scalesOf(parting, together, search);
    expect(found).toBe('larger');
    expect(new Set(scales.map(({ size }) => size))).toEqual(new Set([240]));
  });

  it('are none when everything comes from the dice', () => {
    const parting: Parting = (resolution, seed) => byDice(Math.max(2, 30 * resolution), seed);
    const { scales, found } = scalesOf(parting, together, search);
    expect(found).toBe('whole');
    expect(scales).toEqual([{ resolution: 0, partings: [together], size: PEOPLE, stability: 1, support: 1 }]);
  });

  it('do not count people beside the groups when a size is told, and are none when they are many', () => {
    const beside = (people: number) => Uint32Array.from({ length: PEOPLE }, (_, node) => (node < PEOPLE - people ? Math.floor(node / 24) : node)); // prettier-ignore
    const scalesWith = (people: number) =>
      scalesOf((resolution) => (resolution < 1 ? together : beside(people)), together, search);
    expect(scalesWith(48).scales[0]?.size).toBe(24);
    expect(scalesWith(120).found).toBe('whole');
  });

  it('do not believe in stability at an unusual size alone', () => {
    const parting: Parting = () => inGroupsOf(10);
    expect(scalesOf(parting, together, search).found).toBe('team');
    expect(scalesOf(parting, together, { ...search, usual: (size) => (size === 10 ? 0.2 : 1) }).found).toBe('whole');
  });
});
