import { describe, expect, it } from 'vitest';
import { isGuess, isSteady, legacyWay, placesOf, wayOf } from '../../src/detect/sign-ins.ts';
import { minutes, seconds } from '../../src/model/time.ts';
import { fileAccess, home, noon, series, signIn } from '../support/events.ts';

describe('a wrong password', () => {
  it('is none of the interrupts, policies and secrets', () => {
    const failed = (code: number) => signIn({ outcome: 'failure', code });
    for (const code of [50034, 50053, 50055, 50126]) expect(isGuess(failed(code))).toBe(true);
    for (const code of [50011, 50074, 53003, 500121, 7000215, 7000222]) expect(isGuess(failed(code))).toBe(false);
    expect(isGuess(signIn({ outcome: 'interrupt', code: 50126 }))).toBe(false);
  });
});

describe('the way of a sign-in', () => {
  it('is told by protocol, client or agent, and only for one that succeeded', () => {
    expect(wayOf(signIn({ protocol: 'deviceCode' }))).toBe('deviceCode');
    expect(wayOf(signIn({ client: 'legacy:pop' }))).toBe('legacy:pop');
    expect(legacyWay(signIn({ protocol: 'ropc' }))).toBe('ropc');
    expect(legacyWay(signIn({ userAgent: 'CBAinPROD' }))).toBe('ropc');
    expect(wayOf(signIn({ client: 'browser' }))).toBeUndefined();
    expect(wayOf(signIn({ client: 'legacy:pop', outcome: 'failure' }))).toBeUndefined();
    expect(wayOf(fileAccess({ client: 'legacy:pop' }))).toBeUndefined();
  });
});

describe('the places of a sign-in', () => {
  it('are its address, its block and its network; none of a service', () => {
    expect(placesOf(signIn(home))).toEqual(['192.0.2.10', '192.0.2.0/24', 'AS64500']);
    expect(placesOf(signIn({ ...home, serviceAddress: true }))).toEqual([]);
  });
});

describe('a rhythm', () => {
  const every = (step: number) => [...series(12, (at) => signIn(at), noon, step)].reverse();

  it('is steady when the pauses are alike, and long enough to be one', () => {
    expect(isSteady(every(minutes(5)))).toBe(true);
    expect(isSteady(every(seconds(2)))).toBe(false);
    expect(isSteady(every(minutes(5)).slice(0, 4))).toBe(false);
    expect(isSteady(every(minutes(5)).map((act, index) => ({ ...act, at: act.at - (index % 3) * minutes(2) })))).toBe(false);
  });
});
