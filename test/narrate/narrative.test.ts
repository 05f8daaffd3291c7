import { lintCypherQuery } from '@neo4j-cypher/language-support';
import { describe, expect, it } from 'vitest';
import { labels, properties, relationships } from '../../src/model/graph.ts';
import { days } from '../../src/model/time.ts';
import { citable } from '../../src/narrate/acquaintance.ts';
import type { Telling } from '../../src/narrate/acquaintance.ts';
import { literal } from '../../src/narrate/checks.ts';
import { narrate, titleOf } from '../../src/narrate/narrative.ts';
import { markdown, plain } from '../../src/narrate/render.ts';
import { check, sentence, sentencesOf } from '../../src/narrate/sentence.ts';
import {
  at,
  finding,
  hostile,
  hostileName,
  mailItem,
  methodChange,
  signIn,
  single,
  storyA,
  storyB,
  telling,
  travels,
} from '../support/incidents.ts';

const all: Readonly<Record<string, () => Telling>> = { storyA, storyB, travels, single, hostile };
const told = (it: Telling): string => plain(narrate(it));
const story = (it: Telling): string =>
  narrate(it)
    .story.map(({ text }) => text)
    .join('\n');
const verdicts = (it: Telling): Record<string, string> =>
  Object.fromEntries(narrate(it).hypotheses.map(({ id, verdict }) => [id, verdict]));

const withoutLiterals = (cypher: string): string => cypher.replace(/'(?:[^'\\]|\\.)*'/g, "''");

describe.each(Object.entries(all))('any narrative: %s', (_, given) => {
  const narrative = narrate(given());

  it('cites evidence that exists in every sentence', () => {
    expect(check(narrative, citable(given()))).toEqual([]);
    for (const { cites } of sentencesOf(narrative)) expect(cites.length).toBeGreaterThan(0);
  });

  it('has a headline of at most 140 letters and a title of at most 60', () => {
    expect(narrative.headline.text.length).toBeLessThanOrEqual(140);
    expect(titleOf(given()).length).toBeLessThanOrEqual(60);
  });

  it('tells its beats in order of time', () => {
    const times = narrative.timeline.map((beat) => beat.at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    for (const beat of narrative.timeline) expect(beat.until).toBeGreaterThanOrEqual(beat.at);
  });

  it('says nothing a screen, a terminal or a browser could act on', () => {
    for (const text of [
      ...sentencesOf(narrative).map((it) => it.text),
      ...narrative.checks.map((it) => it.says),
      titleOf(given()),
    ]) {
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(text).not.toMatch(/https?:|www\.|<|>|`/i);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      expect(text.length).toBeLessThanOrEqual(900);
    }
  });

  it('adds the weights of its evidence up to the weight of each explanation', () => {
    for (const it of narrative.hypotheses) {
      const pieces = [...it.evidenceFor, ...it.evidenceAgainst] as readonly { weight?: number }[];
      expect(pieces.reduce((total, piece) => total + (piece.weight ?? NaN), 0)).toBe(it.weight);
    }
  });

  it('rejects no explanation without a reason, and lets at most one lead', () => {
    for (const it of narrative.hypotheses) if (it.verdict === 'rejected') expect(it.evidenceAgainst.length).toBeGreaterThan(0);
    expect(narrative.hypotheses.filter((it) => it.verdict === 'leading').length).toBeLessThanOrEqual(1);
  });

  it('offers checks that only read, are bounded and know the graph', () => {
    for (const { cypher } of narrative.checks) {
      const bare = withoutLiterals(cypher);
      expect(bare).not.toMatch(/\b(CREATE|MERGE|SET|DELETE|REMOVE|CALL|LOAD|DROP)\b/i);
      expect(bare).toMatch(/LIMIT \d+$/);
      for (const [, name] of bare.matchAll(/\b(?:e|ip|who|box|rule|file|place|usual)\.(\w+)/g))
        expect(properties).toContain(name);
    }
  });

  it('is the same whatever the order of its findings and events', () => {
    const given1 = given();
    const turned = { ...given1, findings: [...given1.findings].reverse(), events: new Map([...given1.events].reverse()) };
    expect(narrate(turned)).toEqual(narrate(given1));
  });
});

it('offers checks that Neo4j can parse', () => {
  const statements = [storyA(), storyB(), hostile()].flatMap((given) => narrate(given).checks.map(({ cypher }) => cypher));
  const oneOfEach = [
    ...new Map(statements.map((cypher) => [withoutLiterals(cypher).replace(/''(, '')*|\d+/g, ''), cypher])).values(),
  ];
  const schema = { labels: Object.keys(labels), relationshipTypes: Object.keys(relationships) };
  for (const cypher of oneOfEach) expect(lintCypherQuery(cypher, schema).diagnostics, cypher).toEqual([]);
}, 60_000);

describe('story A', () => {
  it('is an account takeover, and no journey', () => {
    expect(verdicts(storyA())).toMatchObject({
      'account-takeover': 'leading',
      traveller: 'rejected',
      insider: 'rejected',
      'new-device': 'rejected',
    });
    expect(narrate(storyA()).headline.text).toMatch(
      /^The account priya\.raman@contoso\.test is in other hands: .*a rule that hides mail$/,
    );
  });

  it('is told in five to ten sentences, step by step, with days, gaps and counts', () => {
    const { story: sentences } = narrate(storyA());
    expect(sentences.length).toBeGreaterThanOrEqual(5);
    expect(sentences.length).toBeLessThanOrEqual(10);
    expect(story(storyA())).toMatch(
      /5 January 2026 at 14:12 UTC.*United States.*two MFA prompts were refused[\s\S]*412 times on 64 days, always from Australia; of 38 peers[\s\S]*none[\s\S]*Two days later, on 7 January[\s\S]*Germany[\s\S]*seven sensitive files[\s\S]*“Sent Items”, “Deleted Items” and “WIISE”[\s\S]*8 January[\s\S]*the Netherlands[\s\S]*five of the same files again[\s\S]*Five days later, on 13 January[\s\S]*again from Germany[\s\S]*named “\.”.*marks mail from helen\.marsh@contoso\.test as read and moves it to the folder “RSS Feeds”/,
    );
  });

  it('says what is not known: how MFA was passed, whether mail was read, what was done in the silent days', () => {
    const unknowns = narrate(storyA())
      .unknowns.map(({ text }) => text)
      .join('\n');
    expect(unknowns).toMatch(/How MFA was passed/);
    expect(unknowns).toMatch(/Whether mail was read/);
    expect(unknowns).toMatch(/between 8 January and 13 January/);
  });

  it('says how likely a further step is, and what it could be', () => {
    expect(story(storyA())).toMatch(
      /false payment request; a further step within seven days is very likely \(91\u202f%\) if nobody acts/,
    );
  });
});

describe('story B', () => {
  it('is a re-routed second factor before it is anything else', () => {
    expect(verdicts(storyB())).toMatchObject({
      'second-factor-rerouted': 'leading',
      'new-device': 'rejected',
      traveller: 'rejected',
      'admin-work': 'rejected',
      'mass-cleanup': 'rejected',
    });
  });

  it('tells two phones apart without telling a number', () => {
    expect(told(storyB())).toContain('(from one ending in 118 to one ending in 471)');
    expect(JSON.stringify(narrate(storyB()))).not.toMatch(/555|400 000/);
  });

  it('tells the change and that it was undone, the shared mailboxes, the reading and the deletion', () => {
    expect(story(storyB())).toMatch(
      /changed the registered phone[\s\S]*25 minutes later[\s\S]*Ghana[\s\S]*three shared mailboxes \(credit-control[\s\S]*216 mails, so much that the audit log stopped recording[\s\S]*nine mails, eight of them for good[\s\S]*changed the registered phone back/,
    );
  });

  it('says that throttling hides what was read', () => {
    expect(narrate(storyB()).unknowns[0]?.text).toMatch(/mail audit .* stopped recording, so assume all of it/);
  });

  it('is not led by the factor when MFA was passed before it was changed', () => {
    const early = signIn({
      id: 'early',
      at: at('2026-02-01 10:00'),
      actor: 'u-marta',
      country: 'US',
      address: '198.51.100.70',
      mfa: 'passed',
    });
    const given = storyB();
    const later = {
      ...given,
      events: new Map([...given.events, [early.id, early]]),
      findings: [finding('first-country-or-region', [early]), ...given.findings],
    };
    const rerouted = narrate(later).hypotheses.find(({ id }) => id === 'second-factor-rerouted');
    expect(rerouted?.evidenceAgainst.map(({ text }) => text).join()).toMatch(/before the change already/);
  });
});

describe('a traveller', () => {
  it('leads over a takeover', () => {
    expect(verdicts(travels())).toMatchObject({ traveller: 'leading', 'account-takeover': 'rejected' });
    expect(told(travels())).toMatch(/^bo\.lund@contoso\.test is travelling[\s\S]*unlikely \(6\u202f%\)/);
  });

  it('does not lead once the account is in use at home at the same time', () => {
    const given = travels();
    const home = signIn({ id: 'home', at: at('2026-03-04 09:10'), actor: 'u-bo', country: 'SE', address: '192.0.2.1' });
    expect(verdicts({ ...given, events: new Map([...given.events, [home.id, home]]) }).traveller).not.toBe('leading');
  });

  it('who came too fast is told so in the words of the sign-in, not beside it', () => {
    const given = travels();
    const home = signIn({ id: 'home', at: at('2026-03-03 03:12'), actor: 'u-bo', country: 'SE', address: '192.0.2.1' });
    const [visit] = [...given.events.values()];
    const findings = [
      ...given.findings,
      finding('impossible-travel', visit === undefined ? [] : [visit], {
        context: [home.id],
        says: 'signed in, at least 6,200 km away',
      }),
    ];
    const it = { ...given, findings, events: new Map([...given.events, [home.id, home]]) };
    expect(story(it)).toContain('signed in from Canada (198.51.100.99), five hours after signing in from Sweden, passing MFA');
    expect(story(it)).not.toContain('km away');
  });

  it('folds the days on which nothing new happened', () => {
    expect(story(travels())).toContain('On 4 March and 5 March, bo.lund@contoso.test signed in from Canada again.');
  });
});

describe('small and odd incidents', () => {
  it('tells one finding in two or three sentences and decides nothing', () => {
    const { story: sentences, hypotheses } = narrate(single());
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(3);
    expect(hypotheses.map(({ verdict }) => verdict)).not.toContain('leading');
    expect(story(single())).toMatch(/never seen in 31 sign-ins[\s\S]*do not decide[\s\S]*nothing has followed for three days/);
  });

  it('lets a detection it does not know speak for itself', () => {
    const event = signIn({ id: 'x', at: at('2026-06-01 10:00'), actor: 'u-dee' });
    const given = telling({
      findings: [finding('entirely-new', [event], { says: 'granted 3 rights to a stranger’s app.' })],
      events: [event],
    });
    expect(story(given)).toMatch(/^On 1 June 2026 at 10:00 UTC, u-dee granted 3 rights to a stranger’s app\.$/m);
  });

  it('stands findings whose events are gone', () => {
    const given = { ...storyA(), events: new Map() };
    expect(check(narrate(given), citable(given))).toEqual([]);
  });

  it('names each of several people', () => {
    expect(told(hostile())).toMatch(/ann@contoso\.test made[\s\S]*ben/);
    expect(narrate(hostile()).headline.text).toContain('ann@contoso.test and one other');
  });

  it('takes a phone changed from the managed laptop for a new phone', () => {
    const change = methodChange({
      id: 'p',
      at: at('2026-06-01 10:00'),
      actor: 'u-eve',
      managed: true,
      before: ['phone=+1 202 555 0100'],
      after: ['phone=+1 202 555 0199'],
    });
    const given = telling({ findings: [finding('registered-phone-changed', [change], { severity: 'low' })], events: [change] });
    expect(verdicts(given)['new-device']).toBe('leading');
  });

  it('takes a lone deletion into the bin for tidying up', () => {
    const deletion = mailItem({ id: 'd', at: at('2026-06-01 10:00'), actor: 'u-fay', deed: 'trashed', items: 400 });
    const given = telling({ findings: [finding('mass-mail-deletion', [deletion])], events: [deletion] });
    expect(verdicts(given)['account-takeover']).not.toBe('leading');
    expect(verdicts(given)['mass-cleanup']).not.toBe('rejected');
  });

  it('folds two thousand findings into a story and a timeline one can read', () => {
    const visits = Array.from({ length: 2_000 }, (_, index) =>
      signIn({
        id: `v${index}`,
        at: at('2026-01-01 00:00') + index * days(1),
        actor: 'u-max',
        country: index % 2 === 0 ? 'DE' : 'FR',
      }),
    );
    const narrative = narrate(
      telling({ findings: visits.map((visit) => finding('first-country-or-region', [visit])), events: visits }),
    );
    expect(narrative.timeline.length).toBeLessThanOrEqual(201);
    expect(narrative.story.length).toBeLessThanOrEqual(12);
  });
});

describe('hostile text', () => {
  it('keeps a rule named to hurt readable and harmless', () => {
    const text = markdown(narrate(hostile()), []);
    expect(text).not.toMatch(/<script|<img|\u001b|\u202e|\u200b|https:\/\/|(?<!\\)\]\(/);
    expect(text).toMatch(/“Xexe\.‹script›/);
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
    expect(hostileName).toMatch(/<script/);
  });

  it('cannot leave a Cypher literal', () => {
    expect(literal("x'}) DETACH DELETE n //")).toBe("'x\\'}) DETACH DELETE n //'");
    expect(literal('\\u0027')).toBe("'\\\\u0027'");
    expect(literal('a\\')).toBe("'a\\\\'");
    expect(literal('\u202e\n')).toBe("'\\u202e\\u000a'");
  });

  it('never tells a subject line', () => {
    const given = storyB();
    expect(markdown(narrate(given), given.cluster.findings)).not.toContain('Subject');
  });
});

describe('a sentence', () => {
  it('cannot be built without evidence', () => {
    expect(() => sentence('It rained.', [])).toThrow(/cites no evidence/);
    expect(() => sentence(' ', ['f1'])).toThrow(/empty sentence/);
  });

  it('that cites what does not exist is found out', () => {
    const narrative = narrate(single());
    expect(check({ ...narrative, headline: { text: 'x', cites: ['gone'] } }, citable(single()))).toEqual([
      'cites gone, which does not exist: x',
    ]);
  });
});
