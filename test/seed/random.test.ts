import { describe, expect, it } from 'vitest';
import { createRng } from '../../seed/random.ts';

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

describe('dice', () => {
  it('fall the same way for the same seed, and another way for another', () => {
    const throws = (seed: string) => {
      const rng = createRng(seed);
      return many(20, () => rng.int(1, 1000));
    };
    expect(throws('ana')).toEqual(throws('ana'));
    expect(throws('ana')).not.toEqual(throws('bo'));
  });

  it('are not moved by throws elsewhere', () => {
    const [one, other] = [createRng('root'), createRng('root')];
    many(7, () => one.next());
    expect(one.fork('ana/2026-01-05').guid()).toBe(other.fork('ana/2026-01-05').guid());
  });

  it('are fair enough', () => {
    const rng = createRng('fair');
    expect(mean(many(20_000, () => rng.next()))).toBeCloseTo(0.5, 1);
    expect(mean(many(20_000, () => rng.normal(10, 2)))).toBeCloseTo(10, 0);
    expect(mean(many(20_000, () => rng.poisson(2.5)))).toBeCloseTo(2.5, 0);
  });

  it('make well-formed ids and keep every card in the deck', () => {
    const rng = createRng('cards');
    expect(rng.guid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(rng.shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(rng.some([1, 2, 3], 2)).size).toBe(2);
  });

  it('refuse to pick from nothing, and say where', () => {
    expect(() => createRng('empty').pick([])).toThrow("at dice 'empty'");
  });
});
