import { describe, expect, it } from 'vitest';
import { probabilityAt } from '../../src/assess/escalation.ts';
import { harmlessSince } from '../../src/assess/release.ts';
import { RELEASE_AFTER } from '../../src/detect/run.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Constraint } from '../../src/model/incident.ts';
import { days, hours } from '../../src/model/time.ts';
import { bo, found, start, touched } from '../correlate/found.ts';

const harmless = (findings: readonly Finding[], afterDays: number, constraints: readonly Constraint[] = []): string[] =>
  [...harmlessSince(findings, constraints, start + days(afterDays))].sort();

const lone = found('a');
/** Together, within an hour, well above band low. */
const attack = [
  found('a', { severity: 'high', surpriseBits: 22 }),
  found('b', {
    severity: 'high',
    detection: 'rule',
    stage: 'evasion',
    at: start + hours(1),
    about: [...lone.about, touched('Rule', 'r')],
  }),
];

describe('evidence is released', () => {
  it('when its incident has stayed below medium for fourteen days, not a moment before', () => {
    expect(RELEASE_AFTER).toBe(days(14));
    expect(harmless([lone], 14)).toEqual(['a']);
    expect(harmless([lone], 13.99)).toEqual([]);
    expect(harmless([lone], 90)).toEqual(['a']);
  });

  it('not while its incident was medium within the period, however quiet it is now', () => {
    expect(probabilityAt(attack, start + hours(1))).toBeGreaterThanOrEqual(0.2);
    expect(harmless(attack, 14.1)).toEqual([]);
  });

  it('when an incident that was medium has stayed below it since', () => {
    const fell = Array.from({ length: 60 }, (_, day) => day).find((day) => probabilityAt(attack, start + days(day)) < 0.2) ?? 0;
    expect(fell).toBeGreaterThan(0);
    expect(harmless(attack, fell + 13)).toEqual([]);
    expect(harmless(attack, fell + 14)).toEqual(['a', 'b']);
  });

  it('not when a finding within the period made it medium', () => {
    const [first, second] = attack;
    const later = { ...second, at: start + days(8), lastAt: start + days(8) } as Finding;
    expect(harmless([first as Finding, later], 14.1)).toEqual([]);
    expect(harmless([first as Finding], 14.1)).toEqual(['a']);
  });

  it('as an incident: a neighbour’s does not matter, nor what is found later', () => {
    const elsewhere = attack.map((finding) => ({ ...finding, id: `bo-${finding.id}`, about: [bo] }));
    expect(harmless([lone, ...elsewhere], 14)).toEqual(['a']);
    expect(harmless([lone, { ...attack[1], at: start + days(15), lastAt: start + days(15) } as Finding], 14)).toEqual(['a']);
  });

  it('as the analyst sees the incident', () => {
    const [first, second] = attack as [Finding, Finding];
    expect(harmless([first, second], 14.1, [{ kind: 'cut', from: 'a', to: 'b' }])).toEqual(['a', 'b']);
  });

  it('never, when there is none', () => {
    expect(harmless([], 100)).toEqual([]);
    expect(harmless([lone], -1)).toEqual([]);
  });
});
