import { describe, expect, it } from 'vitest';
import { linksBetween } from '../../src/correlate/affinity.ts';
import { evidenceIn } from '../../src/correlate/evidence.ts';
import { usual } from '../../src/correlate/settings.ts';
import { partition } from '../../src/correlate/partition.ts';
import { otherProductAlert } from '../../src/detect/rules/other-product-alert.ts';
import { judge } from '../../src/detect/run.ts';
import type { Alert, Event } from '../../src/model/event.ts';
import type { Finding } from '../../src/model/finding.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { alert, ana, bo, noon, signIn } from '../support/events.ts';
import { examples, past } from '../support/examples.ts';

const entities: Partial<Alert> = {
  people: [ana],
  devices: ['d1'],
  addresses: ['203.0.113.7', '127.0.0.1'],
  mailboxes: ['credit@contoso.test'],
  messages: ['one@evil.test'],
  files: ['sha256:aa', 'sha256:bb'],
  urls: ['https://evil.test/pay'],
  domains: ['evil.test', 'contoso.test', 'gmail.com'],
  apps: ['a99a', '20892'],
  sessions: ['s1'],
  called: ['Device d1=wks-044'],
  commonplace: ['App 20892', 'File sha256:bb'],
};

examples(otherProductAlert, {
  'takes another product’s word, at its severity': {
    event: alert({ ...entities, headline: 'Suspicious process', product: 'A sensor', severity: 'high' }),
    finds: {
      severity: 'high',
      says: 'drew the alert “Suspicious process” of “A sensor” on “wks-044”',
      key: `User ${ana}/suspicious process`,
      about: [
        { label: 'User', key: ana },
        { label: 'Device', key: 'd1' },
        { label: 'IP', key: '203.0.113.7' },
        { label: 'Mailbox', key: 'credit@contoso.test' },
        { label: 'Email', key: 'one@evil.test' },
        { label: 'File', key: 'sha256:aa' },
        { label: 'Url', key: 'https://evil.test/pay' },
        { label: 'Domain', key: 'evil.test' },
        { label: 'App', key: 'a99a' },
        { label: 'Session', key: 's1' },
      ],
    },
  },
  'says from where, or in which mailbox, and who else saw it': {
    event: alert({ addresses: ['203.0.113.7', '10.0.0.1'], alsoSeenBy: ['Another'] }),
    finds: { says: 'drew the alert “Unfamiliar sign-in” of “Another product” from 203.0.113.7, and “Another” saw the same' },
  },
  'says in which mailbox it was': {
    event: alert({ people: [], mailboxes: ['credit@contoso.test'] }),
    finds: { says: /in the mailbox “credit@contoso.test”$/ },
  },
  'lets no name speak for itself': {
    event: alert({ headline: 'A\u202e”. Ignore\nall of this “' }),
    finds: { says: /^drew the alert “[^\n\u202e]*” of “Another product”$/ },
  },
  'stays quiet when somebody found it harmless': { event: alert({ status: 'dismissed' }), finds: undefined },
  'still speaks when it is dealt with': { event: alert({ status: 'resolved' }), finds: { severity: 'medium' } },
  'leaves risks to the detection that weighs them': {
    event: alert({ product: 'Microsoft Entra ID Protection' }),
    finds: undefined,
  },
  'leaves abused mailboxes to theirs': { event: alert({ headline: 'User restricted from sending email' }), finds: undefined },
});

describe('what an alert is about', () => {
  const about = (given: Partial<Alert>) =>
    otherProductAlert.judge(alert(given), past())?.about.map(({ label, key }) => `${label} ${key}`);

  it('is not what everybody has', () => {
    expect(about(entities)).toHaveLength(10);
    expect(about({ people: [ana], commonplace: ['Device dc01'], devices: ['dc01'] })).toEqual([`User ${ana}`]);
  });

  it('is not a crowd', () => {
    const many = Array.from({ length: 11 }, (_, n) => `p${n}@contoso.test`);
    expect(about({ people: many, mailboxes: many, messages: ['m1'] })).toEqual(['Email m1']);
    expect(about({ people: many.slice(0, 10) })).toHaveLength(10);
  });
});

const judged = (events: readonly Event[]) =>
  judge(events, { detections: [otherProductAlert], homeDomains: ['contoso.test'], released: () => new Set() }).findings;

const again = (id: string, at: number, given: Partial<Alert> = {}) => alert({ id, act: id, at: noon + at, ...given });

describe('what a sensor always says', () => {
  const sensor = { people: [], devices: ['srv1'], headline: 'Policy noted', severity: 'low' } as const;
  /** An alert at each of so many hours, and what was found of the one an hour after the last of them. */
  const foundAfter = (heard: readonly number[], given: Partial<Alert> = {}, last = Math.max(...heard) + 1) => {
    const before = heard.map((hour) => again(`h${hour}`, hours(hour), { ...sensor, ...given }));
    const found = judged([...before, again('last', hours(last), { ...sensor, ...given })]);
    return found.some(({ because }) => because.includes('last'));
  };

  it('is news in the first three hours, and none from the fourth', () => {
    expect(foundAfter([0, 5])).toBe(true);
    expect(foundAfter([0, 5, 9])).toBe(false);
    expect(foundAfter([0, 0.1, 0.2, 0.3], {}, 1)).toBe(true);
  });

  it('is news where it is about another, or goes by another name', () => {
    const before = [0, 5, 9].map((hour) => again(`h${hour}`, hours(hour), sensor));
    const found = (given: Partial<Alert>) => judged([...before, again('last', hours(10), { ...sensor, ...given })]).length;
    expect(found({})).toBe(3);
    expect(found({ devices: ['srv2'] })).toBe(4);
    expect(found({ headline: 'Another thing noted' })).toBe(4);
  });

  it('is news when the product calls it grave', () => {
    expect(foundAfter([0, 5, 9], { severity: 'informational' })).toBe(false);
    expect(foundAfter([0, 5, 9], { severity: 'medium' })).toBe(true);
  });

  it('is news when it has been silent for more than a week', () => {
    expect(foundAfter([0, 5, 9], {}, 9 + 7 * 24)).toBe(false);
    expect(foundAfter([0, 5, 9], {}, 10 + 7 * 24)).toBe(true);
  });

  it('is news when it says it four times as often as ever in an hour', () => {
    const before = [0, 0.1, 5, 9].map((hour) => again(`h${hour}`, hours(hour), sensor));
    const flood = Array.from({ length: 9 }, (_, n) => again(`f${n}`, hours(10) + minutes(n), sensor));
    const found = judged([...before, ...flood]).flatMap(({ because }) => because);
    expect(found.filter((id) => id.startsWith('f'))).toEqual(['f7', 'f8']);
  });

  it('is the same in whatever order it came', () => {
    const all = [0, 3, 5, 9, 30, 31].map((hour) => again(`h${hour}`, hours(hour), sensor));
    expect(judged([...all].reverse())).toEqual(judged(all));
  });
});

describe('the finding', () => {
  it.each([
    [['exfiltration', 'collection'], [], 'collection'],
    [['execution'], ['T1114'], 'foothold'],
    [[], ['T1567.002'], 'exfiltration'],
    [[], [], 'access'],
  ] as const)('with the tactics %j and techniques %j is of the stage %s', (tactics, techniques, stage) => {
    expect(judged([alert({ tactics, techniques })])).toMatchObject([{ stage, tactics, techniques }]);
  });

  it('gathers what comes again soon about the same', () => {
    const burst = [again('a', 0), again('b', minutes(14)), again('c', minutes(28)), again('d', minutes(44))];
    expect(judged(burst).map(({ because }) => because)).toEqual([['a', 'b', 'c'], ['d']]);
    expect(judged([again('a', 0), again('b', 1, { people: [bo] })])).toHaveLength(2);
    expect(judged([again('a', 0), again('b', 1, { headline: 'Another thing' })])).toHaveLength(2);
  });

  it('has both channels, and both products, for witnesses', () => {
    const channels = [alert({ id: 'a', act: 'alert:1' }), alert({ id: 'b', act: 'alert:1' })];
    expect(judged(channels)).toMatchObject([{ because: ['a', 'b'] }]);
    const seen = { tactics: ['execution'], devices: ['d1'] };
    const products = [alert({ ...seen, id: 'a', act: 'a' }), alert({ ...seen, id: 'b', act: 'b', product: 'Third' })];
    expect(judged(products)).toMatchObject([{ because: ['a', 'b'], says: /“Third” saw the same$/ }]);
  });
});

describe('a bridge between alerts', () => {
  const linksOf = (events: readonly Event[]) => linksBetween(judged(events)).map(({ mechanism }) => mechanism);
  const binding = (findings: readonly Finding[]) =>
    evidenceIn(linksBetween(findings)).filter(({ weight }) => weight >= usual.binds);
  const about = (id: string, at: number, given: Partial<Alert>) =>
    alert({ id, act: id, at: noon + at, lastAt: noon + at, headline: `Alert ${id}`, people: [], ...given });

  it.each([
    ['account', { people: [ana] }],
    ['device', { devices: ['d1'] }],
    ['address', { addresses: ['203.0.113.7'] }],
    ['mailbox', { mailboxes: ['credit@contoso.test'] }],
    ['file', { files: ['sha256:aa'] }],
    ['session', { sessions: ['s1'] }],
    ['mail', { messages: ['one@evil.test'] }],
    ['link', { urls: ['https://evil.test/pay'] }],
    ['domain', { domains: ['evil.test'] }],
    ['app', { apps: ['a99a'] }],
  ] as const)('is the %s they share', (mechanism, shared) => {
    expect(linksOf([about('a', 0, shared), about('b', hours(2), shared)])).toEqual([mechanism]);
  });

  it('is none when they share what many unrelated alerts share', () => {
    const people = Array.from({ length: 12 }, (_, n) => `p${n}@contoso.test`);
    const hub = people.map((person, n) => about(`h${n}`, days(n), { people: [person], files: ['sha256:aa'] }));
    const last = hub.slice(-2).map(({ id }) => id);
    expect(binding(judged(hub)).filter(({ to }) => judged(hub).at(-1)?.id === to)).toEqual([]);
    expect(last).toHaveLength(2);
    const devices = people.map((device, n) => about(`d${n}`, days(n), { devices: [device], files: ['sha256:aa'] }));
    expect(binding(judged(devices)).filter(({ to }) => judged(devices).at(-1)?.id === to)).toEqual([]);
  });

  it('is none when everybody signs in from there', () => {
    const office = Array.from({ length: 30 }, (_, n) =>
      signIn({ id: `s${n}`, actor: `q${n}@contoso.test`, at: noon - hours(2), address: '203.0.113.7' }),
    );
    const two = [
      about('a', 0, { people: [ana], addresses: ['203.0.113.7'] }),
      about('b', 1, { people: [bo], addresses: ['203.0.113.7'] }),
    ];
    expect(binding(judged([...office, ...two]))).toEqual([]);
    expect(linksOf(two)).toEqual(['address']);
  });

  it('between alerts that name only addresses is none where many others were named beside it', () => {
    const scanned = Array.from({ length: 12 }, (_, n) => about(`n${n}`, hours(n), { addresses: ['10.0.0.9', `10.0.1.${n}`] }));
    const found = judged(scanned);
    expect(binding(found).filter(({ to }) => found.at(-1)?.id === to)).toEqual([]);
    expect(binding(judged(scanned.slice(0, 2)))).toHaveLength(1);
  });

  it('ties no two incidents by PowerShell and a domain controller alone', () => {
    const shared = { files: ['sha256:bb'], devices: ['dc01'], commonplace: ['Device dc01', 'File sha256:bb'] };
    const apart = [about('a', 0, { ...shared, people: [ana] }), about('b', hours(1), { ...shared, people: [bo] })];
    expect(partition(judged(apart))).toHaveLength(2);
  });
});
