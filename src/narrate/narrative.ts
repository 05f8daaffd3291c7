// An incident → headline, story, timeline, explanations, what is not known and what to check.
//
// The story is told as an analyst would: who and from where, how unusual that is in counts, what was done in which order
// and with which pauses, what it most likely means and why not something else, and what could come next. No language
// model: every clause is made from events, and every sentence names its evidence.

import { severityRank } from '../model/finding.ts';
import type { Narrative, Sentence } from '../model/incident.ts';
import { dayOf, days, hours, minutes } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import type { Acquaintance, Telling } from './acquaintance.ts';
import { checksOf } from './checks.ts';
import { clause, hides, loudest, nothingTold, wordsOf } from './clauses.ts';
import type { Told } from './clauses.ts';
import { cites, eventsOf } from './deeds.ts';
import type { Deed, Topic } from './deeds.ts';
import { factsOf } from './facts.ts';
import type { Facts } from './facts.ts';
import { confidence, explain, takeovers } from './hypotheses.ts';
import type { Explained } from './hypotheses.ts';
import { sentence } from './sentence.ts';
import { timeline } from './timeline.ts';
import { unknownsOf } from './unknowns.ts';
import {
  calm,
  capital,
  count,
  country,
  dayName,
  likelihood,
  list,
  name,
  number,
  percent,
  span,
  times,
  uncapital,
  when,
} from './words.ts';

const MOST_HEADLINE = 140;
const MOST_TITLE = 60;
/** Deeds within this pause are told in one breath. */
const BREATH = hours(12);
/** Scenes told one by one; those between are summed up. */
const MOST_SCENES = 6;
/** Clauses in one sentence. */
const MOST_CLAUSES = 3;
/** A silence worth a sentence of its own. */
const WORTH_TELLING = days(3);

export function narrate(telling: Telling): Narrative {
  if (telling.findings.length === 0) throw new Error(`narrate: incident ${telling.cluster.id} holds no findings`);
  const facts = factsOf(telling);
  const explained = explain(facts);
  const leading = explained.find((hypothesis) => hypothesis.verdict === 'leading');

  return {
    headline: headline(facts, explained, leading),
    story: story(facts, explained, leading),
    timeline: timeline(telling, facts.deeds),
    hypotheses: explained,
    unknowns: unknownsOf(facts, leading),
    checks: checksOf(facts),
  };
}

/** What happened in at most 60 letters, without anybody's name: for lists. */
export function titleOf(telling: Telling): string {
  const facts = factsOf(telling);
  const explained = explain(facts);
  const leading = explained.find((hypothesis) => hypothesis.verdict === 'leading');
  if (leading !== undefined && !takeovers.has(leading.id)) return calm(leading.title, MOST_TITLE);

  const features = featuresOf(facts);
  if (leading === undefined) return capital(fitted('', features, MOST_TITLE) ?? 'Something unusual');
  const opening = capital(
    `${doubt(confidence(explained, leading.id))}${leading.id === 'second-factor-rerouted' ? 'second factor re-routed' : 'account takeover'}`,
  );
  const isSignInOnly = features.every(({ topic }) => topic === 'signIn');
  const tellable = isSignInOnly ? features : features.filter(({ topic }) => topic !== 'signIn' && topic !== 'method');
  return fitted(`${opening}${isSignInOnly ? ': ' : ', then '}`, tellable, MOST_TITLE) ?? opening;
}

/** The same steps as in a headline: sure, probable, possible. */
const doubt = (share: number): string => (share >= SURE ? '' : share >= PROBABLE ? 'probable ' : 'possible ');
const SURE = 0.9;
const PROBABLE = 0.6;

interface Feature {
  readonly topic: Topic;
  readonly words: string;
  /** Of the worst finding of such a deed. */
  readonly severity: number;
}

/** Of equally grave things, what a reader should hear first when there is no room for all. */
const rank: readonly Topic[] = ['rule', 'signIn', 'method', 'mail', 'deletion', 'file', 'other', 'folders'];

/** Words for an incident's deeds, in order, each once. */
function featuresOf(facts: Facts): readonly Feature[] {
  const byWords = new Map<string, Feature>();
  for (const deed of facts.deeds) {
    const words = featureWords(deed, facts);
    if (words === '') continue;
    const severity = Math.max(byWords.get(words)?.severity ?? 0, ...deed.findings.map((it) => severityRank(it.severity)));
    byWords.set(words, { topic: deed.topic, words, severity });
  }
  return [...byWords.values()];
}

function featureWords(deed: Deed, facts: Facts): string {
  switch (deed.topic) {
    case 'signIn':
      return facts.newCountries.length > 2
        ? `sign-ins from ${number(facts.newCountries.length)} new countries`
        : facts.newCountries.length > 0
          ? `${facts.rareVisits.length === 1 ? 'a sign-in' : 'sign-ins'} from ${list(facts.newCountries.map(country))}`
          : 'an unusual sign-in';
    case 'method':
      return facts.methodChanges.some((change) => change.methods.some((method) => /phone/i.test(method)))
        ? 'the registered phone changed'
        : 'a sign-in method changed';
    case 'rule':
      return facts.othersMailboxes.length > 0
        ? `rules in ${count(facts.othersMailboxes.length, 'other mailbox', 'other mailboxes')}`
        : facts.hidingRules.length > 0
          ? 'a rule that hides mail'
          : 'an odd mail rule';
    case 'file':
      return 'sensitive files opened';
    case 'mail':
      return 'much mail opened';
    case 'deletion':
      return 'mail deleted';
    case 'folders':
      return '';
    case 'other':
      return uncapital(calm(deed.findings[0]?.title ?? '', 50));
  }
}

/** The opening with as many features as fit, the more telling ones kept, in the order of events. */
function fitted(opening: string, features: readonly Feature[], most: number): string | undefined {
  const byRank = [...features].sort((a, b) => b.severity - a.severity || rank.indexOf(a.topic) - rank.indexOf(b.topic));
  for (let kept = features.length; kept > 0; kept -= 1) {
    const chosen = new Set(byRank.slice(0, kept));
    const words = features.filter((feature) => chosen.has(feature)).map((feature) => feature.words);
    const text = `${opening}${list(words, 9)}`;
    if (text.length <= most) return text;
  }
  return undefined;
}

function headline(facts: Facts, explained: readonly Explained[], leading: Explained | undefined): Sentence {
  const ids = facts.telling.findings.map((finding) => finding.id);
  const features = featuresOf(facts);
  if (facts.lead === undefined)
    return sentence(capital(fitted('', features, MOST_HEADLINE) ?? 'Something unusual happened'), ids);

  const others = facts.people.length > 1 ? ` and ${count(facts.people.length - 1, 'other')}` : '';
  const who = `${name(facts.telling.nameOf(facts.lead))}${others}`;
  const opening =
    leading === undefined ? `${who} (not yet clear)` : accounts(leading, confidence(explained, leading.id)).headline(who);
  return sentence(fitted(`${opening}: `, features, MOST_HEADLINE) ?? calm(opening, MOST_HEADLINE), ids);
}

/** An explanation as words: over an incident, at the end of its story, and as a claim that is refuted. */
function accounts(explanation: Explained, share: number) {
  const is = share >= SURE ? 'is' : share >= PROBABLE ? 'is probably' : 'may be';
  const adverb = share >= SURE ? '' : share >= PROBABLE ? 'probably ' : 'possibly ';
  const known: Readonly<Record<string, { headline: (who: string) => string; says: string; claim: string }>> = {
    'account-takeover': {
      headline: (who) => `The account ${who} ${is} in other hands`,
      says: `this is ${adverb}somebody else using the account`,
      claim: 'that somebody else uses the account',
    },
    'second-factor-rerouted': {
      headline: (who) => `The account ${who} ${is} in other hands`,
      says: `the second factor was ${adverb}re-routed to somebody else, and the account is in their hands`,
      claim: 'that the second factor was re-routed',
    },
    traveller: {
      headline: (who) => `${who} ${is} travelling`,
      says: `the owner is ${adverb}travelling`,
      claim: 'that the owner is travelling',
    },
    'new-device': {
      headline: (who) => `${who} ${is} setting up a new device or phone`,
      says: `this is ${adverb}the day of a new device or phone`,
      claim: 'that this is a new device or phone',
    },
    'admin-work': {
      headline: (who) => `${who} ${is} doing admin work for others`,
      says: `this is ${adverb}admin work for others`,
      claim: 'that this is admin work',
    },
    automation: {
      headline: (who) => `A program ${is} at work as ${who}`,
      says: `this is ${adverb}a program at work`,
      claim: 'that a program did it',
    },
    'authorised-test': {
      headline: (who) => `An authorised test ${is} running as ${who}`,
      says: `this is ${adverb}an authorised test`,
      claim: 'that this is an authorised test',
    },
    insider: {
      headline: (who) => `${who} ${is} acting against the organisation`,
      says: `the owner is ${adverb}acting against the organisation`,
      claim: 'that the owner did it on purpose',
    },
    'mass-cleanup': {
      headline: (who) => `${who} ${is} tidying up a mailbox`,
      says: `this is ${adverb}an owner tidying up`,
      claim: 'that the owner was tidying up',
    },
  };
  return (
    known[explanation.id] ?? {
      headline: (who: string) => `${explanation.title}: ${who}`,
      says: calm(explanation.title),
      claim: calm(explanation.title),
    }
  );
}

interface Scene {
  readonly deeds: readonly Deed[];
}

function story(facts: Facts, explained: readonly Explained[], leading: Explained | undefined): readonly Sentence[] {
  const scenes = scenesOf(facts.deeds);
  const told = nothingTold();
  const sentences: Sentence[] = [];
  const isTakeover = leading !== undefined && takeovers.has(leading.id);

  scenes.forEach((scene, index) => {
    const previous = scenes[index - 1];
    const isSummedUp = scenes.length > MOST_SCENES && index >= MOST_SCENES - 2 && index < scenes.length - 2;
    if (isSummedUp) {
      if (index === MOST_SCENES - 2) sentences.push(inBetween(scenes.slice(index, scenes.length - 2), facts));
      for (const deed of scene.deeds) clause(deed, facts.telling, told);
      return;
    }
    if (previous !== undefined) sentences.push(...pause(previous, scene, facts));
    sentences.push(...sceneSentences(scene, previous, facts, isTakeover, told));
    if (index === 0) sentences.push(...howUnusual(scene, facts));
  });

  return [...sentences, ...meaning(facts, explained, leading), outlook(facts, leading)];
}

/** Deeds told in one breath; bare returns to the same place make one scene, however many days they took. */
function scenesOf(deeds: readonly Deed[]): readonly Scene[] {
  const scenes: { deeds: Deed[]; until: number }[] = [];
  for (const deed of deeds) {
    const current = scenes.at(-1);
    const isSameBreath = current !== undefined && deed.at - current.until <= BREATH;
    const isBareReturn =
      current !== undefined && scenes.length > 1 && [...current.deeds, deed].every((it) => isReturn(it, deeds[0]));
    if (current !== undefined && (isSameBreath || isBareReturn)) {
      current.deeds.push(deed);
      current.until = Math.max(current.until, deed.until);
    } else scenes.push({ deeds: [deed], until: deed.until });
  }
  return scenes;
}

const isReturn = (deed: Deed, first: Deed | undefined): boolean =>
  deed.topic === 'signIn' && first?.topic === 'signIn' && deed.who === first.who && deed.place === first.place;

/** One sentence for each account that acted in the scene; more where it did much. */
function sceneSentences(
  scene: Scene,
  previous: Scene | undefined,
  facts: Facts,
  isTakeover: boolean,
  told: Told,
): readonly Sentence[] {
  const returns = scene.deeds.length > 1 && previous !== undefined && scene.deeds.every((deed) => isReturn(deed, facts.deeds[0]));
  if (returns) return [returned(scene, facts)];

  const byWho = new Map<string | undefined, Deed[]>();
  for (const deed of scene.deeds) byWho.set(deed.who, [...(byWho.get(deed.who) ?? []), deed]);

  return [...byWho].flatMap(([who, deeds], turn) => {
    const groups = Array.from({ length: Math.ceil(deeds.length / MOST_CLAUSES) }, (_, at) =>
      deeds.slice(at * MOST_CLAUSES, (at + 1) * MOST_CLAUSES),
    );
    return groups.map((group, at) => {
      const isFirst = previous === undefined && turn === 0 && at === 0;
      const last = groups[at - 1]?.at(-1);
      const start =
        last !== undefined
          ? later(last.at, group[0]?.at ?? last.at)
          : turn > 0
            ? capital(when(group[0]?.at ?? 0, false))
            : opening(scene, previous);
      const subject = subjectOf(who, isFirst, at > 0, facts, isTakeover);
      const words = joined(group, isFirst, facts, told);
      // A stolen name signs in as somebody; anything else is done with an account.
      const isAs = subject === AS_SOMEBODY && words.startsWith('signed in') && who !== undefined;
      const called = who === undefined ? '' : name(facts.telling.nameOf(who));
      const text = isAs
        ? `somebody signed in as ${called}${words.slice('signed in'.length)}`
        : `${subject === AS_SOMEBODY && called !== '' ? `somebody using the account ${called}` : subject} ${words}`;
      return sentence(`${start}, ${text}.`, group.flatMap(cites));
    });
  });
}

/** `On 4 and 5 March it signed in from Canada again.` */
function returned(scene: Scene, facts: Facts): Sentence {
  const when = scene.deeds.map((deed) => dayName(deed.at, false));
  const visits = scene.deeds.flatMap((deed) => eventsOf(deed, 'signIn').filter((visit) => visit.outcome === 'success'));
  const from = visits.find((visit) => visit.country !== undefined)?.country;
  const who = facts.lead === undefined ? 'somebody' : name(facts.telling.nameOf(facts.lead));
  return sentence(`On ${list(when, 4, 'more days')}, ${who} signed in from ${country(from)} again.`, scene.deeds.flatMap(cites));
}

function opening(scene: Scene, previous: Scene | undefined): string {
  const at = scene.deeds[0]?.at ?? 0;
  if (previous === undefined) return capital(when(at));
  return later(Math.max(...previous.deeds.map((deed) => deed.until)), at);
}

/** `Two days later, on 7 January at 15:31 UTC`; within a day the gap says it. */
function later(before: Instant, at: Instant): string {
  const sameYear = new Date(before).getUTCFullYear() === new Date(at).getUTCFullYear();
  const gap = `${capital(span(Math.max(0, at - before)))} later`;
  return dayOf(before) === dayOf(at) ? gap : `${gap}, ${when(at, !sameYear)}`;
}

const AS_SOMEBODY = 'somebody';

function subjectOf(who: string | undefined, isFirst: boolean, isContinued: boolean, facts: Facts, isTakeover: boolean): string {
  if (who === undefined) return AS_SOMEBODY;
  if (isContinued) return 'the account';
  const called = name(facts.telling.nameOf(who));
  if (facts.people.length > 1) return called;
  if (!isTakeover) return called;
  if (!isFirst) return 'the account';
  return AS_SOMEBODY;
}

/** Clauses in order, with the pauses between them. */
function joined(deeds: readonly Deed[], isFirst: boolean, facts: Facts, told: Told): string {
  const it = isFirst ? 'the account' : 'it';
  const clauses = deeds.map((deed) => clauseFor(deed, facts, told));
  return clauses.reduce((text, words, index) => {
    const [before, deed] = [deeds[index - 1], deeds[index]];
    if (before === undefined || deed === undefined) return words;
    const gap = deed.at - before.at;
    return gap < minutes(1) ? `${text}; and ${it} ${words}` : `${text}; ${span(gap)} later ${it} ${words}`;
  }, '');
}

/** Without a baseline a detection's own words tell more: they hold the counts. */
function clauseFor(deed: Deed, facts: Facts, told: Told): string {
  const words = clause(deed, facts.telling, told);
  const finding = loudest(deed.findings);
  if (
    deed.topic !== 'signIn' ||
    finding === undefined ||
    finding.surpriseBits <= 0 ||
    facts.telling.baseline?.has(deed.who ?? '')
  )
    return words;
  return `${wordsOf(finding)} (${finding.surpriseBits.toFixed(1)} bits of surprise; ten bits are once in a thousand)`;
}

/** A silence of days between two scenes, and what the owner did meanwhile. */
function pause(previous: Scene, scene: Scene, facts: Facts): readonly Sentence[] {
  const silence = facts.silences.find((it) => scene.deeds.includes(it.before));
  if (silence === undefined || silence.until - silence.since < WORTH_TELLING || !previous.deeds.includes(silence.after))
    return [];
  const own = facts.meanwhile.filter((visit) => visit.at > silence.since && visit.at < silence.until);
  const dates = `Between ${dayName(silence.since, false)} and ${dayName(silence.until, false)}`;
  const usual =
    own.length === 0 ? '' : `, while its owner worked as ever (${count(own.length, 'sign-in')} from ${country(own[0]?.country)})`;
  return [
    sentence(`${dates} nothing suspicious was recorded of the account${usual}.`, [
      ...cites(silence.after),
      ...cites(silence.before),
      ...own.map((visit) => visit.id),
    ]),
  ];
}

function inBetween(scenes: readonly Scene[], facts: Facts): Sentence {
  const deeds = scenes.flatMap((scene) => scene.deeds);
  const kinds = [...new Set(deeds.map((deed) => featureWords(deed, facts)).filter((words) => words !== ''))];
  const [first, last] = [deeds[0], deeds.at(-1)];
  const text = `From ${dayName(first?.at ?? 0)} to ${dayName(last?.at ?? 0, false)} it went on, on ${count(scenes.length, 'further occasion')}: ${list(kinds, 5)}.`;
  return sentence(text, deeds.flatMap(cites));
}

/** How far from the ordinary the beginning was, in counts. */
function howUnusual(scene: Scene, facts: Facts): readonly Sentence[] {
  const deed = scene.deeds.find((it) => it.topic === 'signIn') ?? facts.deeds.find((it) => it.topic === 'signIn');
  const visit = deed === undefined ? undefined : eventsOf(deed, 'signIn').find((event) => event.outcome === 'success');
  const known = facts.telling.baseline?.get(deed?.who ?? '');
  if (deed === undefined || visit === undefined || known === undefined || known.signIns === 0) return [];
  const codes = facts.newCountries.length > 0 ? facts.newCountries : visit.country === undefined ? [] : [visit.country];
  return [sentence(counted(known, codes), cites(deed))];
}

function counted(known: Acquaintance, codes: readonly string[]): string {
  const seen = codes.map((code) => ({ code, own: known.countries.find((it) => it.code === code)?.count ?? 0 }));
  const fresh = seen.filter(({ own }) => own === 0).map(({ code }) => country(code));
  const rare = seen.filter(({ own }) => own > 0).map(({ code, own }) => `${times(own)} from ${country(code)}`);
  const never = known.countries.length > 1 && fresh.length > 0 ? `, never from ${list(fresh).replace(/ and /g, ' or ')}` : '';
  const seldom = rare.length > 0 ? `, ${list(rare)}` : '';
  const signIns = known.signIns === 1 ? 'once' : `${known.signIns.toLocaleString('en-US')} times`;
  const before = `Until then the account had signed in ${signIns} on ${count(known.days, 'day')}${mostly(known)}${never}${seldom}`;

  const { peers } = known;
  if (peers === undefined || peers.count === 0 || codes.length === 0) return `${before}.`;
  const having = Math.max(0, ...codes.map((code) => peers.countries.find((it) => it.code === code)?.people ?? 0));
  const group = `${count(peers.count, 'peer')}${peers.label === undefined ? '' : ` in ${name(peers.label)}`}`;
  const there =
    codes.length === 1
      ? 'from there'
      : codes.length === 2
        ? 'from either of the two'
        : `from any of the ${number(codes.length)} new countries it now came from`;
  return `${before}; of ${group}, ${having === 0 ? 'none has' : having === 1 ? 'one has' : `${number(having)} have`} ever signed in ${there}.`;
}

function mostly({ countries, signIns }: Acquaintance): string {
  const main = countries[0];
  if (main === undefined) return '';
  const elsewhere = signIns - main.count;
  if (elsewhere <= 0) return `, always from ${country(main.code)}`;
  if (elsewhere * 20 < signIns) return `, all but ${number(elsewhere)} of them from ${country(main.code)}`;
  return `, ${Math.round((100 * main.count) / signIns)}\u202f% of them from ${country(main.code)}`;
}

/** What it most likely is and why, and why the explanation its owner would give does not hold. */
function meaning(facts: Facts, explained: readonly Explained[], leading: Explained | undefined): readonly Sentence[] {
  const findings = facts.telling.findings.map((finding) => finding.id);
  if (leading === undefined) {
    const open = explained.filter((hypothesis) => hypothesis.verdict === 'possible').slice(0, 3);
    if (open.length === 0) return [];
    const names = open.map((hypothesis) => accounts(hypothesis, 1).claim);
    return [
      sentence(
        `The records do not decide whether it means ${open.length === 1 ? `${names[0] ?? ''} or nothing` : list(names).replace(/ and /g, ' or ')}.`,
        findings,
      ),
    ];
  }

  const told = leading.evidenceFor.filter((piece) => piece.brief !== '').slice(0, 4);
  const briefs = told.map((piece) => piece.brief);
  const because =
    told.length === 0
      ? ''
      : told.length === 1
        ? `; the sign of it is ${briefs[0] ?? ''}`
        : `, for ${number(told.length)} reasons: ${briefs.slice(0, -1).join('; ')}; and ${briefs.at(-1) ?? ''}`;
  const verdict = accounts(leading, confidence(explained, leading.id));
  const first = sentence(
    `${capital(verdict.says)}${because}.`,
    told.length === 0 ? findings : told.flatMap((piece) => piece.cites),
  );

  const rival = rivalOf(explained, leading);
  const against = rival?.evidenceAgainst.slice(0, 2) ?? [];
  if (rival === undefined || against.length === 0 || facts.deeds.length === 1) return [first];
  const fails = rival.verdict === 'rejected' ? 'does not fit the records' : 'is not excluded, but fits less well';
  const text = `The other explanation, ${accounts(rival, 1).claim}, ${fails}: ${against
    .map((piece) => piece.text.replace(/\.$/, ''))
    .map(lowered)
    .join('; and ')}.`;
  return [
    first,
    sentence(
      text,
      against.flatMap((piece) => piece.cites),
    ),
  ];
}

const lowered = (text: string): string =>
  /^(An?|The|It|MFA|Nothing|None|Real|Rules|Mail|Every|No|Somebody|Ordinary)\b/.test(text) && !text.startsWith('MFA')
    ? text.slice(0, 1).toLowerCase() + text.slice(1)
    : text;

/** The innocent reading a careful reader has in mind; beside an innocent reading, the takeover. */
function rivalOf(explained: readonly Explained[], leading: Explained): Explained | undefined {
  const asked = takeovers.has(leading.id)
    ? leading.id === 'second-factor-rerouted'
      ? ['new-device', 'traveller', 'admin-work']
      : ['traveller', 'admin-work', 'new-device']
    : ['account-takeover'];
  const byQuestion = asked.map((id) => explained.find((hypothesis) => hypothesis.id === id));
  return (
    byQuestion.find((hypothesis) => hypothesis !== undefined && hypothesis.evidenceAgainst.length > 0) ??
    explained.find((hypothesis) => hypothesis !== leading && !(takeovers.has(hypothesis.id) && takeovers.has(leading.id)))
  );
}

/** What could come next, and how likely a further step is. */
function outlook(facts: Facts, leading: Explained | undefined): Sentence {
  const { escalation, findings, now } = facts.telling;
  const ids = findings.map((finding) => finding.id);
  const isHarmless = leading !== undefined && !takeovers.has(leading.id) && leading.id !== 'insider';
  const chance = `${likelihood(escalation.probability)} (${percent(escalation.probability)})`;
  const horizon = `within ${count(escalation.horizonDays, 'day')}`;
  const quiet = now - facts.lastAt >= hours(36) ? `; nothing has followed for ${span(now - facts.lastAt)}` : '';
  if (isHarmless || facts.deeds.length === 1) return sentence(`A further step ${horizon} is ${chance}${quiet}.`, ids);

  return sentence(
    `${capital(nextMove(facts, leading === undefined ? 'a stranger in the account' : 'whoever is in'))}; a further step ${horizon} is ${chance} if nobody acts${quiet}.`,
    ids,
  );
}

function nextMove(facts: Facts, they: string): string {
  const shared = facts.othersMailboxes.length;
  const senders = [...new Set(facts.hidingRules.flatMap((rule) => rule.from))];
  if (shared > 0)
    return `${they} could now answer in the name of ${list(facts.othersMailboxes.map(name), 3)}, for instance with changed payment details, and the rules would keep the replies out of sight`;
  if (facts.hidingRules.some(hides) && senders.length > 0)
    return `${they} could now write to or as ${list(senders.map(name), 2)} without the owner seeing the answers, the usual way to a false payment request`;
  if (facts.hidingRules.length > 0) return `${they} could now send mail as the owner and keep the answers out of sight`;
  if (facts.has('mail')) return 'whoever read this mail could now write credibly in the owner’s name';
  if (facts.has('file'))
    return 'whoever opened these files could take them out, or use them to write credibly in the owner’s name';
  if (facts.has('method')) return 'whoever holds the new second factor can come back even after a password change';
  return 'whoever signed in could read mail and files, register a second factor of their own or make mail rules';
}
