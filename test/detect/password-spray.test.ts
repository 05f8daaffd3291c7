import { describe, expect, it } from 'vitest';
import { passwordSpray } from '../../src/detect/rules/password-spray.ts';
import type { SignIn } from '../../src/model/event.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { abroad, home, noon, signIn } from '../support/events.ts';
import { daily, examples, never, past } from '../support/examples.ts';

const person = (n: number): string => `p${n}@contoso.test`;
const there = { address: '203.0.113.7', country: 'AU', asn: 64511 };
const wrong = (given: Partial<SignIn> = {}): SignIn => signIn({ ...there, outcome: 'failure', code: 50126, ...given });
/** One try on each of so many accounts, an hour apart, the last an hour ago. */
const spray = (accounts: number, given: Partial<SignIn> = {}): SignIn[] =>
  Array.from({ length: accounts }, (_, index) =>
    wrong({ id: `f${index + 1}`, actor: person(index + 1), at: noon - (accounts - index) * hours(1), ...given }),
  );
const visits = (people: readonly number[], at: number, where: Partial<SignIn> = there): SignIn[] =>
  people.map((n) => signIn({ ...where, actor: person(n), at }));
const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);
const yesterday = noon - days(1);
/** Somewhere of a network of its own. */
const exit = (n: number): Partial<SignIn> => ({ address: `198.51.${99 + n}.${n}`, country: 'BR', asn: 64000 + n });
/** A try on each of so many accounts, each from somewhere else, with one program. */
const wave = (accounts: number): SignIn[] =>
  spray(accounts).map((one, index) => ({
    ...one,
    ...exit(index + 1),
    at: noon - (accounts - index) * minutes(20),
    userAgent: 'tool/1',
  }));

examples(passwordSpray, {
  'fires when one of six gets in': {
    event: signIn({ ...there, id: 'in', actor: person(3) }),
    past: { events: spray(6) },
    finds: {
      key: there.address,
      severity: 'high',
      because: ['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'in'],
      says: 'signed in from 203.0.113.7 in Australia, where somebody had been refused 6 passwords on 6 accounts within 5 hours, none of which had signed in from there before that day',
      about: [
        { label: 'User', key: person(3) },
        { label: 'IP', key: there.address },
      ],
    },
  },
  'fires as well when the first try on an account was the right one': {
    event: signIn({ ...there, actor: person(40) }),
    past: { events: spray(6) },
    finds: { severity: 'high' },
  },
  'is low on a fifth account': {
    event: wrong({ actor: person(5) }),
    past: { events: spray(4) },
    finds: {
      severity: 'low',
      says: /^was refused from 203\.0\.113\.7 in Australia, where somebody tried 5 passwords on 5 accounts within 4 hours, none/,
    },
  },
  'stays quiet on a fourth': { event: wrong({ actor: person(4) }), past: { events: spray(3) }, finds: undefined },
  'stays quiet on a success after four': {
    event: signIn({ ...there, actor: person(4) }),
    past: { events: spray(4) },
    finds: undefined,
  },
  'is medium on a tenth': { event: wrong({ actor: person(10) }), past: { events: spray(9) }, finds: { severity: 'medium' } },
  'is medium from a country of nobody here': {
    event: wrong({ ...abroad, actor: person(5) }),
    past: { rare: { country: { DE: never } }, events: spray(4, abroad) },
    finds: { severity: 'medium' },
  },
  'says so when somebody had got in meanwhile': {
    event: wrong({ actor: person(7) }),
    past: { events: [...spray(6), ...visits([2], noon - minutes(5))] },
    finds: { severity: 'medium', says: /; 1 of them got in afterwards$/ },
  },
  'stays quiet on the Monday after passwords changed, at the office': {
    event: wrong({ actor: person(30) }),
    past: { events: [...visits(upTo(30), yesterday), ...spray(29)], regulars: { [there.address]: 30 } },
    finds: undefined,
  },
  'stays quiet where everybody gets in after all': {
    event: wrong({ actor: person(9) }),
    past: { events: [...spray(8), ...visits(upTo(5), noon - minutes(10))] },
    finds: undefined,
  },
  'stays quiet at an exit where more people come and go than are refused': {
    event: wrong({ actor: person(6) }),
    past: { events: [...spray(5), ...visits([20, 21, 22], noon - hours(3))] },
    finds: undefined,
  },
  'stays quiet on some strangers at an exit with regulars': {
    event: wrong({ actor: person(9) }),
    past: {
      events: [...spray(8), ...visits([50, 51, 52, 53, 54, 55], noon - days(9))],
      regulars: { [there.address]: 6 },
    },
    finds: undefined,
  },
  'fires there on far more than usual': {
    event: wrong({ actor: person(12) }),
    past: {
      events: [
        ...spray(11),
        ...visits([50, 51, 52, 53, 54, 55], noon - days(9)),
        ...[60, 61].map((n) => wrong({ actor: person(n), at: noon - days(8) })),
      ],
      regulars: { [there.address]: 6 },
    },
    finds: { severity: 'medium' },
  },
  'stays quiet when those who come and go bring their own machine': {
    event: signIn({ ...there, actor: person(3), managed: true }),
    past: { events: spray(6) },
    finds: undefined,
  },
  'stays quiet on a regular of the place': {
    event: signIn({ ...there, actor: person(40) }),
    past: { events: [...spray(6), ...visits([40], yesterday)] },
    finds: undefined,
  },
  'counts the block where each address tries one account': {
    event: wrong({ actor: person(6), address: '203.0.113.96' }),
    past: { events: spray(5).map((one, index) => ({ ...one, address: `203.0.113.${index + 20}` })) },
    finds: { key: '203.0.113.0/24', severity: 'low', says: /in a block where somebody tried 6 passwords on 6 accounts/ },
  },
  'counts the network where each block does': {
    event: wrong({ actor: person(6), address: '198.51.100.9' }),
    past: { events: spray(5).map((one, index) => ({ ...one, address: `198.51.${index + 1}.9` })) },
    finds: { key: 'AS64511', severity: 'low' },
  },
  'stays quiet on a network with regulars: some of them always mistype': {
    event: wrong({ actor: person(6), address: '198.51.100.9' }),
    past: {
      events: [
        ...spray(5).map((one, index) => ({ ...one, address: `198.51.${index + 1}.9` })),
        ...visits([50, 51, 52, 53, 54], noon - days(9), { ...there, address: '198.51.77.1' }),
      ],
    },
    finds: undefined,
  },
  'stays quiet on somebody else of that network who gets in': {
    event: signIn({ ...there, actor: person(40), address: '198.51.100.9' }),
    past: { events: spray(6).map((one, index) => ({ ...one, address: `198.51.${index + 1}.9` })) },
    finds: undefined,
  },
  'counts the program where every address tries one account': {
    event: wrong({ id: 'now', actor: person(12), ...exit(12), userAgent: 'tool/1' }),
    past: { events: wave(11) },
    finds: {
      key: 'with tool/1',
      severity: 'medium',
      because: [...upTo(11).map((n) => `f${n}`), 'now'],
      says: 'was refused from 198.51.111.12 in Brazil, one of 12 addresses from which, with one program, somebody tried 12 passwords on 12 accounts within 4 hours, none of which had signed in from there before that day',
    },
  },
  'fires when one of them gets in': {
    event: signIn({ actor: person(3), ...exit(3), userAgent: 'tool/1' }),
    past: { events: wave(11) },
    finds: { key: 'with tool/1', severity: 'high' },
  },
  'stays quiet on somebody else with that program': {
    event: signIn({ actor: person(40), ...exit(40), userAgent: 'tool/1' }),
    past: { events: wave(11) },
    finds: undefined,
  },
  'stays quiet on the ninth account by program': {
    event: wrong({ actor: person(9), ...exit(9), userAgent: 'tool/1' }),
    past: { events: wave(8) },
    finds: undefined,
  },
  'stays quiet on a program with which many mistype on any day': {
    event: wrong({ actor: person(12), ...exit(12), userAgent: 'tool/1' }),
    past: { events: [...wave(11), ...wave(4).map((one) => ({ ...one, at: one.at - days(5) }))] },
    finds: undefined,
  },
  'stays quiet where the owners get in from there after all': {
    event: wrong({ actor: person(12), ...exit(12), userAgent: 'tool/1' }),
    past: {
      events: [...wave(11), ...upTo(4).map((n) => signIn({ ...exit(n), actor: person(n), at: noon - minutes(2) }))],
    },
    finds: undefined,
  },
  'stays quiet on interrupts, however many': {
    event: wrong({ actor: person(20), code: 50072, outcome: 'interrupt' }),
    past: { events: spray(19, { code: 50072, outcome: 'interrupt' }) },
    finds: undefined,
  },
  'stays quiet on a week of it': {
    event: wrong({ actor: person(9) }),
    past: { events: spray(8).map((one, index) => ({ ...one, at: noon - days(8 - index) - days(1) })) },
    finds: undefined,
  },
  'stays quiet on an address of the service': {
    event: wrong({ actor: person(9), serviceAddress: true }),
    past: { events: spray(8) },
    finds: undefined,
  },
});

describe('password-spray', () => {
  it('names the place and not those who were only tried', () => {
    const event = wrong({ actor: person(5) });
    const hit = passwordSpray.judge(event, past({ events: spray(4), rare: { country: { [home.country]: daily } } }, event));
    expect(hit?.about).toEqual([{ label: 'IP', key: there.address, role: 'place' }]);
  });
});
