import { describe, expect, it } from 'vitest';
import type { Handling } from '../../src/model/handling.ts';
import { merged, renamed, split } from '../../src/respond/succession.ts';

const open: Handling = { status: 'open' };
const bos: Handling = { status: 'inProgress', owner: 'bo' };
const cys: Handling = { status: 'inProgress', owner: 'cy' };
const closed: Handling = { status: 'closed', verdict: 'falsePositive', verdictBy: 'bo', verdictAt: 3 };
const attack: Handling = { status: 'closed', owner: 'cy', verdict: 'truePositive', verdictBy: 'cy', verdictAt: 4 };
const of = (...handlings: Handling[]) => handlings.map((handling, n) => ({ id: `inc-${n}`, handling }));

describe('an incident that takes up others', () => {
  it('that nobody had touched stays as it is, and nothing is told', () => {
    expect(merged(bos, of(open, open))).toBeUndefined();
    expect(merged(closed, [])).toBeUndefined();
  });

  it.each([
    ['open, of a closed one, stays open', open, closed, { status: 'open' }],
    ['in progress, of a closed one, stays in progress', bos, closed, bos],
    ['closed, of an open one, is open, and keeps its verdict on what it was on', closed, open, { ...closed, status: 'open' }],
    ['closed, of one that somebody has, is theirs', closed, cys, { ...closed, ...cys }],
    ['open, of one that somebody has, is theirs', open, cys, cys],
    ['that somebody has stays theirs', bos, cys, bos],
    ['closed, of another closed one, keeps its own verdict', closed, attack, { ...closed, owner: 'cy' }],
    ['open, of a closed one that somebody had, is theirs again', open, attack, cys],
  ])('%s', (_, own, other, handling) => {
    expect(merged(own, of(other))?.handling).toEqual(handling);
  });

  it('tells what each was, whose, and how judged', () => {
    expect(merged(bos, of(cys, closed))).toMatchObject({
      what: 'incident merged',
      details:
        "was in progress, bo's; took up inc-0 (in progress, cy's), inc-1 (closed, judged falsePositive by bo); is in progress, bo's",
    });
  });

  it('names ten of them and counts the others', () => {
    const details = merged(open, of(...Array.from({ length: 13 }, () => cys)))?.details;
    expect(details).toMatch(/inc-9 .*, 3 more; is/);
    expect(details).not.toContain('inc-10');
  });
});

describe('an incident with another id', () => {
  it('is what it was', () => {
    for (const was of [bos, closed, attack]) expect(renamed(of(was))?.handling).toEqual(was);
    expect(renamed(of(open))).toBeUndefined();
  });

  it('is open when one of those it was is', () => {
    expect(renamed(of(closed, open))?.handling).toEqual({ status: 'open' });
  });

  it('is closed when all of them are, by the first verdict', () => {
    expect(renamed(of(closed, attack))?.handling).toEqual({ ...closed, owner: 'cy' });
  });
});

describe('an incident that splits off', () => {
  it('begins with the owner and the status of where it comes from', () => {
    expect(split(of(bos), true)).toEqual({
      handling: bos,
      what: 'incident split off',
      details: "came of inc-0 (in progress, bo's); is in progress, bo's",
    });
    expect(split(of(open), true)).toBeUndefined();
  });

  it('is closed as that was only where nothing in it is new', () => {
    expect(split(of(closed), true)?.handling).toEqual(closed);
    expect(split(of(closed), false)?.handling).toEqual({ status: 'open' });
    expect(split(of(attack), false)?.handling).toEqual({ status: 'inProgress', owner: 'cy' });
  });
});
