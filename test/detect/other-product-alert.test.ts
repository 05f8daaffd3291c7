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

describe('the finding', () => {
  it.each([
    [['exfiltration', 'collection'], [], 'collection'],
    [['execution'], ['T1114'], 'foothold'],
    [[], ['T1567.002'], 'exfiltration'],
    [[], [], 'access'],
  ] as const)('with the tactics %j and techniques %j is of the stage %s', (tactics, techniques, stage) => {
    expect(judged([alert({ tactics, techniques })])).toMatchObject([{ stage, tactics, techniques }]);
  });

  it('gathers what comes again within the hour about the same', () => {
    const again = (id: string, at: number, given: Partial<Alert> = {}) => alert({ id, act: id, at: noon + at, ...given });
    const burst = [again('a', 0), again('b', minutes(50)), again('c', minutes(100)), again('d', hours(5))];
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

  it('ties no two incidents by PowerShell and a domain controller alone', () => {
    const shared = { files: ['sha256:bb'], devices: ['dc01'], commonplace: ['Device dc01', 'File sha256:bb'] };
    const apart = [about('a', 0, { ...shared, people: [ana] }), about('b', hours(1), { ...shared, people: [bo] })];
    expect(partition(judged(apart))).toHaveLength(2);
  });
});
