import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsIn } from '../../src/correlate/parts.ts';
import { thingOf } from '../../src/model/finding.ts';
import type { About, Finding, Role, Surprise } from '../../src/model/finding.ts';
import type { EntityLabel } from '../../src/model/graph.ts';
import { anyFindings, shuffled } from './any-findings.ts';
import { ana, bo, found, touched } from './found.ts';

const as = (label: EntityLabel, key: string, role: Role, spread = 1): About => ({ label, key, role, spread });
const partOf = (about: About, ...findings: Finding[]) => partsIn(findings).get(thingOf(about))?.part;

/** An act whose place was so surprising for the person. */
const seenFrom = (bits: number, dimension = 'network', value = 'somewhere'): Partial<Finding> => ({
  surprise: {
    ...{ bits, percentile: 0.5, of: 40, atLeast: 3 },
    parts: [{ dimension, value, bits, alone: bits }],
  } satisfies Surprise,
});

describe('where it came from', () => {
  const address = touched('IP', '203.0.113.7');

  it('is a place that is strange to whoever acted from it, and its session', () => {
    const session = touched('Session', 's');
    const finding = found('a', { about: [ana, address, session], ...seenFrom(12) });
    expect(partOf(address, finding)).toBe('cameFrom');
    expect(partOf(session, finding)).toBe('cameFrom');
  });

  it('is not their usual place, unless it was strange in another finding', () => {
    const usual = found('a', { about: [ana, address], ...seenFrom(1) });
    expect(partOf(address, usual)).toBe('bystander');
    expect(partOf(address, usual, found('b', { about: [bo, address], ...seenFrom(12) }))).toBe('cameFrom');
  });

  it('is what an alert names, unless very many others touch it', () => {
    const named = (spread: number) => partOf(address, found('a', { about: [ana, { ...address, spread }] }));
    expect([1, 10, 16, 17, 400].map(named)).toEqual(['cameFrom', 'cameFrom', 'cameFrom', 'bystander', 'bystander']);
  });

  it('is a crowded place all the same, where somebody is strange there', () => {
    expect(partOf(address, found('a', { about: [ana, { ...address, spread: 400 }], ...seenFrom(12) }))).toBe('cameFrom');
  });

  it('is where a machine talked to, not a machine inside', () => {
    const machine = as('Device', 'pc', 'device');
    const outside = as('Domain', 'beacon.test', 'target');
    const inside = as('IP', '10.0.0.9', 'target');
    const finding = found('a', { stage: 'exfiltration', about: [machine, outside, inside] });
    expect([machine, outside, inside].map((it) => partOf(it, finding))).toEqual(['touched', 'cameFrom', 'atRisk']);
  });

  it('is the letter that began it, not one that was sent from what was taken', () => {
    const letter = as('Email', 'letter', 'mail');
    expect(partOf(letter, found('a', { about: [ana, letter] }))).toBe('cameFrom');
    expect(partOf(letter, found('a', { stage: 'reach', about: [ana, letter] }))).toBe('touched');
  });

  it('is a device that the person never had; their own travels with them', () => {
    const laptop = touched('Device', 'laptop');
    const seenWith = (bits: number, dimension: string, value: string) =>
      partOf(laptop, found('a', { about: [ana, laptop], ...seenFrom(bits, dimension, value) }));
    expect(seenWith(12, 'device', 'laptop')).toBe('cameFrom');
    expect(seenWith(12, 'country', 'GH')).toBe('touched');
    expect(seenWith(1, 'device', 'laptop')).toBe('bystander');
  });
});

describe('who', () => {
  it('is whoever acted, whatever was done to them as well', () => {
    const target = as('User', 'ana', 'target');
    expect(partOf(ana, found('a', { about: [ana, target] }), found('b', { about: [bo, target] }))).toBe('who');
  });

  it('is an app that acts by itself; one that is only used was touched', () => {
    expect(partOf(ana, found('a', { about: [as('App', 'tool', 'actor')] }))).toBeUndefined();
    expect(partOf(as('App', 'tool', 'actor'), found('a', { about: [as('App', 'tool', 'actor')] }))).toBe('who');
    expect(partOf(as('App', 'tool', 'app'), found('a', { about: [ana, as('App', 'tool', 'app')] }))).toBe('touched');
  });
});

describe('at risk', () => {
  const target = as('User', 'di', 'target');

  it('is who was only aimed at', () => {
    expect(partOf(target, found('a', { stage: 'reach', about: [ana, target] }))).toBe('atRisk');
  });

  it('is nobody whose account was changed, or who is watched no more', () => {
    for (const stage of ['foothold', 'evasion'] as const)
      expect(partOf(target, found('a', { stage, about: [ana, target] }))).toBe('touched');
  });

  it('is no mailbox, rule, file or method that something was found in', () => {
    const things = [touched('Mailbox', 'm'), touched('Rule', 'r'), touched('File', 'f'), touched('AuthMethod', 'p')];
    const parts = partsIn([found('a', { about: [ana, ...things] })]);
    expect(things.map((it) => parts.get(thingOf(it))?.part)).toEqual(things.map(() => 'touched'));
  });
});

describe('stages', () => {
  it('are those of the findings about it, in the order of an attack', () => {
    const parts = partsIn([
      found('a', { stage: 'collection' }),
      found('b', { stage: 'access' }),
      found('c', { stage: 'access', about: [ana, touched('IP', '192.0.2.1', 400)] }),
    ]);
    expect(parts.get(thingOf(ana))?.stages).toEqual(['access', 'collection']);
    expect(parts.get('IP\n192.0.2.1')).toEqual({ part: 'bystander', stages: [] });
  });

  it('nothing has a part in nothing', () => {
    expect(partsIn([]).size).toBe(0);
    expect(partsIn([found('a', { about: [] })]).size).toBe(0);
  });
});

it('parts do not depend on the order of the findings', () => {
  assert(
    property(
      anyFindings(20).chain((all) => shuffled(all).map((other) => [all, other] as const)),
      ([all, other]) => {
        const sorted = (findings: readonly Finding[]) => [...partsIn(findings)].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(other)).toEqual(sorted(all));
      },
    ),
  );
});
