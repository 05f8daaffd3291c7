// Findings of a company over months, as many as asked: mostly single oddities of somebody, some attacks of a few days, and
// the hubs every company has, an office exit, a file server and a shared mailbox that a fifth of all is about.

import { createRng } from '../../seed/random.ts';
import type { Rng } from '../../seed/random.ts';
import type { About, Finding, Role, Severity } from '../../src/model/finding.ts';
import type { EntityLabel } from '../../src/model/graph.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import type { Instant } from '../../src/model/time.ts';

const START = Date.UTC(2025, 0, 1);
const SPAN = days(180);
/** No finding is later. */
export const UNTIL = START + SPAN;
/** Findings a person over all that time: the company is as large as it takes. */
const PER_PERSON = 6;
/** Of all that begins, the share that is an attack's with its fewest findings; an attack has so many. */
const ATTACKS = 0.2;
const STEPS = { from: 3, to: 12 };
const HUBS = { chance: 0.2, spread: 10_000 };

export function syntheticFindings(count: number): Finding[] {
  const dice = createRng(`findings/${count}`);
  const people = peopleOf(count);
  const findings: Finding[] = [];
  while (findings.length < count) {
    const who = dice.int(0, people - 1);
    const at = START + dice.between(0, SPAN);
    const told = dice.chance(ATTACKS / STEPS.from)
      ? attack(who, at, findings.length, dice)
      : [oddity(who, at, findings.length, dice)];
    findings.push(...told.filter((one) => one.at < UNTIL).slice(0, count - findings.length));
  }
  return findings;
}

/** A company's, of which so many findings are expected. */
export const peopleOf = (count: number): number => Math.max(20, Math.round(count / PER_PERSON));

export const oddityAt = (at: Instant, number: number, people: number, dice: Rng): Finding =>
  oddity(dice.int(0, people - 1), at, number, dice);

/** Within a minute on one address, by so many accounts in turn. */
export function crowdedAddress(accounts: number): Finding[] {
  const dice = createRng(`crowd/${accounts}`);
  return Array.from({ length: 10_000 }, (_, index) =>
    finding(
      index,
      START + index * 6,
      'medium',
      [thing('User', `user-${index % accounts}`), thing('IP', '203.0.113.7', Math.min(accounts, index + 1))],
      dice,
    ),
  );
}

/** Every two hours on one of three hundred machines, with nothing in common but the program that ran. */
export function sharedProgram(count: number): Finding[] {
  const dice = createRng('program');
  return Array.from({ length: count }, (_, index) =>
    finding(
      index,
      START + hours(2 * index),
      'medium',
      [thing('Device', `pc-${dice.int(0, 299)}`), thing('File', 'tool.exe', 300)],
      dice,
    ),
  );
}

function oddity(who: number, at: Instant, number: number, dice: Rng): Finding {
  const hub = dice.chance(HUBS.chance) ? [hubs[dice.int(0, hubs.length - 1)] ?? thing('IP', '192.0.2.1', HUBS.spread)] : [];
  const severity: Severity = dice.chance(0.6) ? 'low' : dice.chance(0.6) ? 'medium' : 'informational';
  const own = dice.chance(0.5) ? [thing('Device', `pc-${who}`)] : [];
  return finding(number, at, severity, [thing('User', `user-${who}`), ...own, ...hub], dice);
}

function attack(who: number, begins: Instant, number: number, dice: Rng): Finding[] {
  const address = thing('IP', `2001:db8::${number.toString(16)}`);
  const victims = Array.from({ length: dice.int(1, 3) }, (_, index) => thing('User', `user-${who + index}`));
  let at = begins;
  return Array.from({ length: dice.int(STEPS.from, STEPS.to) }, (_, step) => {
    at += dice.chance(0.7) ? minutes(dice.int(1, 50)) : hours(dice.int(2, 40));
    const about = [victims[dice.int(0, victims.length - 1)] ?? address, address];
    return finding(number + step, at, dice.chance(0.3) ? 'high' : 'medium', about, dice);
  });
}

const roles: Partial<Record<EntityLabel, Role>> = { User: 'actor', Device: 'device', Mailbox: 'mailbox', File: 'file' };

const thing = (label: EntityLabel, key: string, spread = 1): About => ({
  label,
  key,
  role: roles[label] ?? 'place',
  spread,
});

const hubs: readonly About[] = [
  thing('IP', '192.0.2.1', HUBS.spread),
  thing('Device', 'file-server', HUBS.spread),
  thing('Mailbox', 'info', 200),
];

const TITLES = ['odd-sign-in', 'odd-download', 'odd-rule', 'odd-mail'];

const finding = (number: number, at: Instant, severity: Severity, about: readonly About[], dice: Rng): Finding => ({
  id: `finding-${String(number).padStart(7, '0')}`,
  detection: dice.pick(TITLES),
  title: 'Something odd',
  stage: 'access',
  tactics: ['initial-access'],
  techniques: ['T1078'],
  at: Math.round(at),
  lastAt: Math.round(at),
  severity,
  surpriseBits: 0,
  says: 'did something odd',
  about,
  because: [`event-${number}`],
  context: [],
});
