// The engine with tiny detections of its own: what is found, what is held back, and that order of arrival cannot show.

import { assert, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmlessSince } from '../../src/assess/release.ts';
import { detection } from '../../src/detect/detection.ts';
import type { AnyDetection } from '../../src/detect/detection.ts';
import type { Past } from '../../src/detect/past.ts';
import { judge } from '../../src/detect/run.ts';
import type { Judgement, Options } from '../../src/detect/run.ts';
import type { Event, SignIn } from '../../src/model/event.ts';
import type { Hit } from '../../src/model/finding.ts';
import { days, hours, minutes, seconds } from '../../src/model/time.ts';
import {
  abroad,
  adminChange,
  ana,
  bo,
  fileAccess,
  mailboxRule,
  mailItem,
  methodChange,
  noon,
  series,
  signIn,
} from '../support/events.ts';

const described = {
  title: 'Something odd',
  stage: 'access',
  tactics: ['initial-access'],
  techniques: ['T1078'],
  severity: 'high',
  guards: '',
  blindTo: '',
} as const;

const hit = (event: Event, given: Partial<Hit> = {}): Hit => ({
  key: event.actor ?? '',
  gathersFor: hours(1),
  severity: 'medium',
  surpriseBits: 0,
  says: 'did something odd',
  about: [{ label: 'User', key: event.actor ?? '', role: 'actor' }],
  because: [event.id],
  ...given,
});

/** Signed in from where they never were. */
const strangeCountry = detection({
  ...described,
  id: 'strange-country',
  wakesOn: ['signIn'],
  judge(event, past) {
    if (event.country === undefined) return;
    const { bits, own, total } = past.rarity('country', event.country);
    if (total < 3 || own > 0) return;
    return hit(event, { key: `${event.actor ?? ''}/${event.country}`, gathersFor: hours(36), surpriseBits: bits });
  },
});

/** Every rule is odd, and so are its maker's sign-ins from the same place within a month before. */
const ruleAccusesSignIns = detection({
  ...described,
  id: 'rule-accuses-sign-ins',
  wakesOn: ['mailboxRule'],
  judge(event, past) {
    const from = past.before(['signIn'], days(30)).filter(({ country }) => country === event.country);
    return hit(event, { because: [event.id, ...from.map(({ id }) => id)] });
  },
});

/** Whatever the test wants to hear of the past, in words. */
const asks = (what: (event: SignIn, past: Past) => string) =>
  detection({
    ...described,
    id: 'asks',
    wakesOn: ['signIn'],
    judge: (event, past) => hit(event, { key: event.id, severity: 'informational', says: what(event, past) }),
  });

const marks = (gathersFor: number, given: (event: Event) => Partial<Hit> = () => ({})) =>
  detection({
    ...described,
    id: 'marks',
    wakesOn: ['fileAccess'],
    judge: (event) => hit(event, { gathersFor, ...given(event) }),
  });

const nobodyReleased: Options['released'] = () => new Set();

const judged = (
  events: readonly Event[],
  detections: readonly AnyDetection[],
  released: Options['released'] = nobodyReleased,
): Judgement => judge(events, { detections, homeDomains: ['contoso.test'], released });

/** A judgement without maps and sets, so that the order within them is compared as well. */
const plain = ({ held, events, peers, sharedMailboxes, ...rest }: Judgement) => ({
  ...rest,
  held: [...held].sort(),
  events: [...events],
  peers: { ...peers, memberships: [...peers.memberships], proposed: [...peers.proposed].sort() },
  sharedMailboxes: [...sharedMailboxes].sort(),
});

const countries = ({ habits }: Judgement, person = ana): Record<string, number> =>
  Object.fromEntries(
    habits
      .filter((habit) => habit.person === person && habit.dimension === 'country')
      .map(({ value, counts }) => [value, counts.reduce((sum, n) => sum + n, 0)]),
  );

/** Ana, at home, once a day for ten days until the day before `noon`. */
const usual = series(10, ({ at }, index) => signIn({ at, id: `home${index}` }), noon, days(1));
const entra = { ...abroad, source: 'entra-sign-in', act: 'the-act' } as const;
const audit = { ...abroad, source: 'm365-audit', act: 'the-act' } as const;
/** One sign-in from abroad, told by two sources. */
const twins = [signIn({ ...entra, id: 'zz-entra' }), signIn({ ...audit, id: 'aa-audit', at: noon + seconds(3) })];

describe('an act that two sources tell', () => {
  it('is one finding with two witnesses', () => {
    const { findings, held } = judged([...usual, ...twins], [strangeCountry]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ at: noon, because: ['aa-audit', 'zz-entra'] });
    expect([...held].sort()).toEqual(['aa-audit', 'zz-entra']);
  });

  it('teaches once', () => {
    expect(countries(judged(twins, []))).toEqual({ DE: 1 });
  });

  it('keeps its finding’s id when the second source comes late', () => {
    const [first] = twins as [Event, Event];
    const idOf = (events: readonly Event[]) => judged(events, [strangeCountry]).findings.map(({ id }) => id);
    expect(idOf([...usual, ...twins])).toEqual(idOf([...usual, first]));
    expect(idOf([...usual, ...twins])).toEqual(idOf([...usual, ...twins.slice(1)]));
  });
});

describe('the outcome', () => {
  const sameTime = { at: noon + hours(2) } as const;
  const events: readonly Event[] = [
    ...usual,
    ...usual.map((event) => signIn({ at: event.at, id: `bo-${event.id}`, actor: bo })),
    ...[ana, bo].map((actor) => mailItem({ actor, at: noon - days(9), id: `${actor}-mail`, mailbox: 'team@contoso.test' })),
    ...twins,
    signIn({ ...abroad, ...sameTime, id: 'same-b' }),
    signIn({ ...abroad, ...sameTime, id: 'same-a', actor: bo }),
    fileAccess({ ...abroad, ...sameTime, id: 'same-c' }),
    mailboxRule({ ...abroad, at: noon + days(1), id: 'rule' }),
    methodChange({ at: noon + days(1), id: 'change', actor: bo, target: ana }),
    ...[15, 16, 22].map((n) => signIn({ at: noon + days(n), id: `later${n}`, ...(n === 16 ? abroad : {}) })),
  ];
  const detections = [strangeCountry, ruleAccusesSignIns, marks(hours(1))];
  const released: Options['released'] = (findings, asOf) => harmlessSince(findings, [], asOf);

  it('does not depend on the order of arrival', () => {
    const once = plain(judged(events, detections, released));
    expect(once.findings.length).toBeGreaterThan(3);
    expect(once.peers.groups.length).toBeGreaterThan(0);
    assert(
      property(shuffledSubarray([...events], { minLength: events.length }), (shuffled) => {
        expect(plain(judged(shuffled, detections, released))).toEqual(once);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same when it is worked out again', () => {
    expect(plain(judged(events, detections, released))).toEqual(plain(judged(events, detections, released)));
  });

  it('of nothing is nothing', () => {
    expect(judged([], detections)).toMatchObject({ findings: [], habits: [], peers: { groups: [] } });
  });
});

describe('a finding', () => {
  const idsOf = (events: readonly Event[], detections = [strangeCountry]) =>
    judged(events, detections).findings.map(({ id }) => id);

  it('keeps its id under more and later events', () => {
    const story = [...usual, ...twins];
    const later = [
      signIn({ ...abroad, at: noon + hours(30) }),
      signIn({ at: noon + days(3) }),
      signIn({ at: noon + days(4), actor: bo }),
    ];
    expect(idsOf([...story, ...later])).toEqual(idsOf(story));
  });

  it('is withdrawn when an event that comes late explains it', () => {
    const explains = signIn({ ...abroad, at: noon - days(21), id: 'three-weeks-before' });
    expect(idsOf([...usual, ...twins])).toHaveLength(1);
    expect(idsOf([...usual, ...twins, explains])).toEqual([]);
  });

  it('is dated by the act that woke it, and lasts to its latest evidence', () => {
    const visits = [0, 10, 20].map((n) => signIn({ ...abroad, at: noon + hours(n), id: `v${n}` }));
    const { findings } = judged([...usual, ...visits], [strangeCountry]);
    expect(findings).toMatchObject([{ at: noon, lastAt: noon + hours(20), because: ['v0', 'v10', 'v20'] }]);
  });

  it('gathers hits of its key that follow soon enough, and only those', () => {
    const at = (...afterMinutes: number[]) =>
      judged(
        afterMinutes.map((n) => fileAccess({ at: noon + minutes(n), id: `f${n}` })),
        [marks(minutes(60))],
      ).findings.map(({ because }) => because);
    expect(at(0, 60, 120)).toEqual([['f0', 'f60', 'f120']]);
    expect(at(0, 61)).toEqual([['f0'], ['f61']]);

    const byFile = marks(hours(1), (event) => ({ key: 'name' in event ? event.name : '' }));
    const files = [fileAccess({ name: 'a', id: 'a' }), fileAccess({ name: 'b', id: 'b' })];
    expect(
      judged(files, [byFile])
        .findings.map(({ because }) => because)
        .sort(),
    ).toEqual([['a'], ['b']]);
  });

  it('is as grave and as rare as its worst hit, and says what the latest says', () => {
    const said = ['low', 'high', 'medium'] as const;
    const events = said.map((name, n) => fileAccess({ name, id: name, at: noon + minutes(n) }));
    const grave = marks(hours(1), (event) => ({
      severity: said.find((severity) => severity === event.id) ?? 'low',
      surpriseBits: event.id === 'high' ? 20.123 : 3,
      says: event.id,
    }));
    expect(judged(events, [grave]).findings).toMatchObject([{ severity: 'high', surpriseBits: 20.12, says: 'medium' }]);
  });

  it('shares its id with no other, though two acts of a source share theirs', () => {
    const events = [0, 5].map((n) => fileAccess({ at: noon + hours(n), id: `f${n}`, act: 'shared' }));
    const { findings } = judged(events, [marks(0)]);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    expect(findings.flatMap(({ because }) => because)).toEqual(['f0', 'f5']);
  });

  it('is of one detection: two that fire are two findings', () => {
    const another = detection({ ...strangeCountry, id: 'another' });
    expect(
      judged([...usual, ...twins], [strangeCountry, another])
        .findings.map((it) => it.detection)
        .sort(),
    ).toEqual(['another', 'strange-country']);
  });

  it('knows how many had touched what it is about by then', () => {
    const address = detection({
      ...described,
      id: 'address',
      wakesOn: ['signIn'],
      judge: (event) => hit(event, { key: event.id, about: [{ label: 'IP', key: event.address ?? '', role: 'place' }] }),
    });
    const spread = judged(
      [ana, bo, ana, 'cy@contoso.test'].map((actor, n) => signIn({ actor, at: noon + n, id: `s${n}` })),
      [address],
    ).findings.map(({ about }) => about[0]?.spread);
    expect(spread).toEqual([1, 2, 2, 3]);
  });

  it('does not repeat its evidence as context', () => {
    const compares = detection({
      ...described,
      id: 'compares',
      wakesOn: ['mailboxRule'],
      judge: (event, past) => {
        const before = past.before(['signIn'], days(30)).map(({ id }) => id);
        return hit(event, { because: [event.id, ...before.slice(0, 1)], context: before });
      },
    });
    const [finding] = judged([...usual.slice(7), mailboxRule({ id: 'rule' })], [compares]).findings;
    expect(finding).toMatchObject({ because: ['home9', 'rule'], context: ['home7', 'home8'] });
  });
});

describe('an event', () => {
  it('never lowers its own surprise', () => {
    const bits = asks((event, past) => past.rarity('country', event.country ?? '').own.toString());
    const visits = [0, 1].map((n) => signIn({ ...abroad, at: noon + minutes(n), id: `v${n}` }));
    expect(
      judged([...usual, ...visits], [bits])
        .findings.slice(-2)
        .map(({ says }) => says),
    ).toEqual(['0', '1']);
  });

  it('is not in its own past', () => {
    const seen = asks((_, past) => String(past.before(['signIn'], days(60)).length));
    expect(judged(usual, [seen]).findings.map(({ says }) => says)).toEqual(usual.map((_, index) => String(index)));
  });
});

describe('what is under suspicion', () => {
  const quiet = detection({
    ...strangeCountry,
    judge: (event, past) => {
      const found = strangeCountry.judge(event, past);
      return found && { ...found, severity: 'low' };
    },
  });
  const again = signIn({ ...abroad, at: noon + days(6), id: 'again' });

  it('is not learned, so that it stays strange', () => {
    const judgement = judged([...usual, ...twins, again], [strangeCountry]);
    expect(countries(judgement)).toEqual({ AU: 10 });
    expect(judgement.findings).toHaveLength(2);
  });

  it('teaches when it is only low', () => {
    const judgement = judged([...usual, ...twins, again], [quiet]);
    expect([...judgement.held]).toEqual([]);
    expect(countries(judgement)).toEqual({ AU: 10, DE: 2 });
  });

  it('is un-taught when a later act accuses an earlier one', () => {
    const visit = signIn({ ...abroad, at: noon - hours(3), id: 'visit' });
    const rule = mailboxRule({ ...abroad, id: 'rule' });
    const before = judged([...usual, visit], [ruleAccusesSignIns]);
    const after = judged([...usual, visit, rule], [ruleAccusesSignIns]);
    expect(countries(before)).toEqual({ AU: 10, DE: 1 });
    expect(countries(after)).toEqual({ AU: 10 });
    expect([...after.held].sort()).toEqual(['rule', 'visit']);
  });

  it('does not make its person one of those who are there, even for the rest of the day', () => {
    const others = asks((event, past) => String(past.rarity('country', event.country ?? '').peopleWith));
    const { findings } = judged(
      [
        signIn({ ...abroad, at: noon - days(5), id: 'visit' }),
        ...usual.map((event) => signIn({ at: event.at, id: `bo-${event.id}`, actor: bo })),
        signIn({ ...abroad, at: noon, id: 'bo-there', actor: bo }),
        mailboxRule({ ...abroad, at: noon + hours(1), id: 'rule' }),
        signIn({ ...abroad, at: noon + hours(2), id: 'back' }),
        signIn({ ...abroad, at: noon + hours(3), id: 'bo-again', actor: bo }),
      ],
      [others, ruleAccusesSignIns],
    );
    const saidOf = (id: string) => findings.find((it) => it.detection === 'asks' && it.because.includes(id))?.says;
    expect(['bo-there', 'back', 'bo-again'].map(saidOf)).toEqual(['1', '0', '0']);
  });

  it('does not become what an administrator usually does', () => {
    const grants = [4, 3, 2, 1].map((n) =>
      adminChange({ ...abroad, at: noon - days(n), id: `grant${n}`, operation: 'Add member to role', target: bo }),
    );
    const accusesGrants = detection({
      ...described,
      id: 'accuses-grants',
      wakesOn: ['mailboxRule'],
      judge: (event, past) => hit(event, { because: [event.id, ...past.before(['adminChange'], days(30)).map(({ id }) => id)] }),
    });
    const usually = asks((_, past) => String(past.usuallyDoes('Add member to role')));
    const saidLast = (events: readonly Event[]) =>
      judged([...events, signIn({ at: noon + days(1), id: 'ask' })], [usually, accusesGrants])
        .findings.filter(({ detection: id }) => id === 'asks')
        .at(-1)?.says;
    expect(saidLast(grants)).toBe('true');
    expect(saidLast([...grants, mailboxRule({ at: noon, id: 'rule' })])).toBe('false');
  });

  it('is held back entirely, and named in the next finding where one can name no more', () => {
    const flood = Array.from({ length: 1_010 }, (_, n) =>
      fileAccess({ at: noon + seconds(n), id: `f${String(n).padStart(4, '0')}` }),
    );
    const { findings, held, habits } = judged(flood, [marks(hours(1))]);
    expect(findings.map(({ because }) => because.length)).toEqual([1_000, 10]);
    expect(held.size).toBe(1_010);
    expect(habits).toEqual([]);
  });
});

describe('suspicion', () => {
  const story = [...usual, ...twins];
  const nextDays = (...afterDays: number[]) => afterDays.map((n) => signIn({ at: noon + days(n), id: `next${n}` }));

  /** Says so from a day on, and remembers when it was asked. */
  const from = (day: number) => {
    const asked: number[] = [];
    const released: Options['released'] = (findings, asOf) => {
      asked.push((asOf - noon) / days(1));
      return new Set(asOf >= noon + days(day) ? findings.map(({ id }) => id) : []);
    };
    return { asked, released };
  };

  it('ends when the release says so: the evidence teaches from then on', () => {
    expect(countries(judged([...story, ...nextDays(20)], [strangeCountry], from(30).released))).toEqual({ AU: 11 });
    const judgement = judged([...story, ...nextDays(20)], [strangeCountry], from(15).released);
    expect(countries(judgement)).toEqual({ AU: 11, DE: 1 });
    expect([...judgement.held]).toEqual([]);
    expect(judgement.findings).toHaveLength(1);
  });

  it('is not asked about within fourteen days, nor when nothing is held', () => {
    const early = from(0);
    judged([...story, ...nextDays(5, 14)], [strangeCountry], early.released);
    expect(early.asked).toEqual([]);
    const none = from(0);
    judged([...usual, ...nextDays(20, 40)], [strangeCountry], none.released);
    expect(none.asked).toEqual([]);
  });

  it('once over makes the place a known one, and before that it does not', () => {
    const visit = (n: number) => signIn({ ...abroad, at: noon + days(n), id: `visit${n}` });
    const findingsOf = (release: number) =>
      judged([...story, visit(20)], [strangeCountry], from(release).released).findings.length;
    expect(findingsOf(15)).toBe(1);
    expect(findingsOf(30)).toBe(2);
  });

  it('lasts while one of two findings that accuse an act still stands', () => {
    const another = detection({ ...strangeCountry, id: 'another' });
    const onlyOne: Options['released'] = (findings) =>
      new Set(findings.filter(({ detection: id }) => id === 'another').map(({ id }) => id));
    const judgement = judged([...story, ...nextDays(20)], [strangeCountry, another], onlyOne);
    expect(countries(judgement)).toEqual({ AU: 11 });
    expect(judgement.held.size).toBe(2);
  });

  it('begins anew with new evidence, and ends again when the release says so', () => {
    const files = [0, 16].map((n) => fileAccess({ at: noon + days(n), id: `file${n}` }));
    const lasting = marks(days(30));
    const heldAfter = (last: number, released: Options['released']) =>
      [...judged([...files, ...nextDays(15, last)], [lasting], released).held].sort();

    expect(heldAfter(15.1, from(15).released)).toEqual(['file0', 'file16']);
    expect(heldAfter(17, from(15).released)).toEqual([]);
    const noLonger: Options['released'] = (findings, asOf) =>
      asOf > noon + days(16) ? new Set() : from(14).released(findings, asOf);
    expect(heldAfter(40, noLonger)).toEqual(['file0', 'file16']);
  });

  it('of a lone medium finding ends after fourteen quiet days', () => {
    const harmless: Options['released'] = (findings, asOf) => harmlessSince(findings, [], asOf);
    expect(countries(judged([...story, ...nextDays(14)], [strangeCountry], harmless))).toEqual({ AU: 11 });
    expect(countries(judged([...story, ...nextDays(15)], [strangeCountry], harmless))).toEqual({ AU: 11, DE: 1 });
  });
});
