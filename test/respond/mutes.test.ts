import { describe, expect, it } from 'vitest';
import type { Mute } from '../../src/model/handling.ts';
import { mute, mutedUntil, unmute } from '../../src/respond/mutes.ts';

const word = (from: number, until: number, detection = 'd'): Omit<Mute, 'id'> => ({
  ...{ detection, from, until },
  ...{ by: 'bo', at: 1, reason: 'a test' },
});
const standing = (...given: Omit<Mute, 'id'>[]): Mute[] => given.map((one) => mute([], one));

describe('a finding', () => {
  const mutes = standing(word(10, 20), word(15, 30), word(0, 99, 'other'));

  it.each([
    [9, undefined],
    [10, 20],
    [15, 30],
    [29, 30],
    [30, undefined],
  ])('at %i is muted until %s', (at, until) => {
    expect(mutedUntil(mutes, 'd', at)).toBe(until);
  });
});

describe('a mute', () => {
  it('has one id however often it is said, and another for another time', () => {
    expect(mute([], word(1, 2)).id).toBe(mute([], { ...word(1, 2), by: 'cy', at: 9 }).id);
    expect(mute([], word(1, 2)).id).not.toBe(mute([], word(1, 3)).id);
  });

  it('within one that stands is that one', () => {
    const [long] = standing(word(1, 9));
    expect(mute([long as Mute], word(2, 9))).toBe(long);
    expect(mute([long as Mute], word(2, 10)).until).toBe(10);
    expect(mute([long as Mute], word(2, 9, 'other')).detection).toBe('other');
  });
});

describe('when a detection counts again', () => {
  const [past, present, future, other] = standing(word(0, 5), word(3, 20), word(12, 30), word(0, 99, 'other'));
  const all = [past, present, future, other] as Mute[];

  it('mutes end there, and those that had not begun are taken back', () => {
    expect(unmute(all, 'd', 10)).toEqual({ cut: [{ ...present, until: 10 }], gone: [future] });
  });

  it('from before they began, all are taken back', () => {
    expect(unmute(all, 'd', 0)).toEqual({ cut: [], gone: [past, present, future] });
  });

  it('nothing happens where nothing was muted', () => {
    expect(unmute(all, 'd', 30)).toEqual({ cut: [], gone: [] });
    expect(unmute(all, 'quiet', 0)).toEqual({ cut: [], gone: [] });
  });
});
