import { describe, expect, it } from 'vitest';
import { rows } from '../../../src/learn/dimension.ts';
import { dimensionOf, wayOf, waysOf } from '../../../src/learn/life/ways.ts';
import { entityLabels } from '../../../src/model/graph.ts';

describe('ways to habits', () => {
  it('lead from either end: a device’s people are people’s devices', () => {
    expect(wayOf('User', 'device')).toEqual({ dimension: 'device', relationship: 'USES', other: 'Device', isOwn: true });
    expect(wayOf('Device', 'deviceUser')).toEqual({ dimension: 'deviceUser', relationship: 'USES', other: 'User', isOwn: false });
    expect(wayOf('Mailbox', 'reader')).toMatchObject({ relationship: 'READS', other: 'User', isOwn: false });
    expect(wayOf('Mailbox', 'appMailbox')).toMatchObject({ relationship: 'READS', other: 'App', isOwn: false });
  });

  it('do not lead where there are no such habits', () => {
    expect(wayOf('Device', 'device')).toBeUndefined();
    expect(wayOf('User', 'hearsFrom')).toBeUndefined();
    expect(wayOf('Rule', 'mailbox')).toBeUndefined();
  });

  it('are known again by what is stored, for every label and dimension', () => {
    for (const label of entityLabels)
      for (const { dimension, ...way } of waysOf(label))
        expect(dimensionOf(label, { ...way, kind: way.other === 'Trait' ? dimension : null })).toBe(dimension);
    expect(dimensionOf('User', { relationship: 'SHOWS', other: 'Trait', kind: 'unheard-of', isOwn: true })).toBeUndefined();
  });

  it('leave out no dimension', () => {
    const reached = new Set(entityLabels.flatMap((label) => waysOf(label).map(({ dimension }) => dimension)));
    expect(rows.map(([dimension]) => dimension).filter((dimension) => !reached.has(dimension))).toEqual([]);
  });
});
