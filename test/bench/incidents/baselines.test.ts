import { describe, expect, it } from 'vitest';
import { baselines, rareLouvain, sharedEntity, silence } from '../../../bench/incidents/baselines.ts';
import { hours } from '../../../src/model/time.ts';
import { ana, bo, found, start, touched } from '../../correlate/found.ts';

const exit = touched('IP', '192.0.2.1');
const held = (groups: readonly (readonly string[])[]): string[] => groups.map((group) => [...group].sort().join(' ')).sort();

describe('shared entities', () => {
  const findings = [
    found('a', { about: [ana] }),
    found('b', { about: [ana, exit], at: start + hours(10) }),
    found('c', { about: [exit, bo], at: start + hours(30) }),
    found('d', { about: [touched('User', 'cy')], at: start }),
  ];

  it('tie what is near enough in time, through others too', () => {
    expect(held(sharedEntity(findings, hours(1)))).toEqual(['a', 'b', 'c', 'd']);
    expect(held(sharedEntity(findings, hours(12)))).toEqual(['a b', 'c', 'd']);
    expect(held(sharedEntity(findings, Infinity))).toEqual(['a b c', 'd']);
  });

  it('reckon from the latest evidence of any earlier one', () => {
    const long = found('l', { lastAt: start + hours(20) });
    const short = found('s', { at: start + hours(1) });
    const late = found('t', { at: start + hours(20.5) });
    expect(held(sharedEntity([late, short, long], hours(1)))).toEqual(['l s t']);
  });
});

describe('silence', () => {
  it('parts, whatever it is about', () => {
    const findings = [
      found('a', { about: [ana] }),
      found('b', { about: [bo], at: start + hours(3), lastAt: start + hours(5) }),
      found('c', { about: [ana], at: start + hours(9) }),
    ];
    expect(held(silence(findings, hours(4)))).toEqual(['a b c']);
    expect(held(silence(findings, hours(3)))).toEqual(['a b', 'c']);
    expect(held(silence(findings, hours(1)))).toEqual(['a', 'b', 'c']);
  });
});

describe('communities of rare entities', () => {
  // two attacks, each with a message of its own, and one address that all come from
  const findings = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) =>
    found(id, { about: [exit, touched('Email', index < 3 ? 'one' : 'two')], at: start + hours(index) }),
  );

  it('part what only everybody’s address ties', () => {
    expect(held(rareLouvain(findings, hours(48)))).toEqual(['a b c', 'd e f']);
  });

  it('tie nothing over more than the span', () => {
    const apart = [
      ...findings.slice(0, 3),
      found('z', { about: [touched('Email', 'one')], at: start + hours(60) }),
      ...findings.slice(3),
    ];
    expect(held(rareLouvain(apart, hours(48)))).toEqual(['a b c', 'd e f', 'z']);
  });
});

describe('every baseline', () => {
  it('puts each finding into one group, in whatever order they come', () => {
    const findings = ['a', 'b', 'c', 'd'].map((id, index) =>
      found(id, { about: index % 2 === 0 ? [ana] : [bo, exit], at: start + hours(index * 7) }),
    );
    for (const { name, group } of baselines) {
      const groups = group(findings);
      expect(groups.flat().sort(), name).toEqual(['a', 'b', 'c', 'd']);
      expect(held(group([...findings].reverse())), name).toEqual(held(groups));
    }
  });
});
