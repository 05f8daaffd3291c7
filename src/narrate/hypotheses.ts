// Competing explanations, each with what speaks for it and against it.
//
// Weights are in the manner of log-odds with base two, set by judgement and stated beside each piece of evidence: +1 makes
// an explanation twice as likely, −3 eight times less. An explanation's weight is their plain sum, so a reader can disagree
// with one number and do the sum again. Only explanations that the deeds allow are listed: no deletion, no spring cleaning.

import type { Hypothesis, Sentence } from '../model/incident.ts';
import { days, hours } from '../model/time.ts';
import type { Telling } from './acquaintance.ts';
import { factsOf } from './facts.ts';
import type { Facts } from './facts.ts';
import { sentence } from './sentence.ts';
import { capital, count, country, list, name, number, span } from './words.ts';

/** A piece of evidence: its weight, and the few words by which the story refers to it; none where another piece says it. */
export interface Weighed extends Sentence {
  readonly weight: number;
  readonly brief: string;
}

export interface Explained extends Hypothesis {
  readonly evidenceFor: readonly Weighed[];
  readonly evidenceAgainst: readonly Weighed[];
}

/** An explanation leads with at least this weight, and this much more than the best that says otherwise. */
const LEADS_FROM = 2;
const LEADS_BY = 2;
/** At or below this weight, with evidence against it, it is rejected. */
const REJECTED_FROM = -1;

/** Explanations by which somebody else has the account: they differ in how, not in what to do. */
export const takeovers: ReadonlySet<string> = new Set(['account-takeover', 'second-factor-rerouted']);

export const hypotheses = (telling: Telling): readonly Explained[] => explain(factsOf(telling));

export function explain(facts: Facts): readonly Explained[] {
  const candidates = [
    takeover(facts),
    rerouted(facts),
    traveller(facts),
    newDevice(facts),
    adminWork(facts),
    automation(facts),
    authorisedTest(facts),
    insider(facts),
    cleanup(facts),
  ].filter((candidate) => candidate !== undefined);
  const byWeight = candidates.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const [best] = byWeight;
  const rival = byWeight.find(
    (other) => best !== undefined && other !== best && !(takeovers.has(other.id) && takeovers.has(best.id)),
  );
  const leads = best !== undefined && best.weight >= LEADS_FROM && best.weight - (rival?.weight ?? 0) >= LEADS_BY;

  return byWeight.map((candidate, index) => ({
    ...candidate,
    verdict:
      index === 0 && leads
        ? 'leading'
        : candidate.weight <= REJECTED_FROM && candidate.evidenceAgainst.length > 0
          ? 'rejected'
          : 'possible',
  }));
}

/**
 * How sure the leading explanation is among those listed: its share of 2^weight, its own family counted together, and
 * never more than its evidence can carry, however alone it stands.
 */
export function confidence(explained: readonly Hypothesis[], id: string): number {
  const odds = (hypothesis: Hypothesis): number => 2 ** Math.min(hypothesis.weight, 40);
  const together = (other: Hypothesis): boolean => other.id === id || (takeovers.has(id) && takeovers.has(other.id));
  const family = explained.filter(together);
  const all = explained.reduce((total, hypothesis) => total + odds(hypothesis), 0);
  const share = all === 0 ? 0 : family.reduce((total, hypothesis) => total + odds(hypothesis), 0) / all;
  return Math.min(share, carried(Math.max(0, ...family.map(({ weight }) => weight))));
}

/** Under 3 an explanation is possible at most, under 6 probable at most. Set by judgement. */
const carried = (weight: number): number => (weight < 3 ? 0.5 : weight < 6 ? 0.8 : 1);

type Piece = Weighed | undefined;

/** What makes an explanation likelier. A piece without anything to cite is no evidence and is left out. */
function pro(weight: number, applies: boolean, brief: string, text: string, ids: readonly (string | undefined)[]): Piece {
  if (!applies || ids.every((id) => id === undefined)) return undefined;
  return { ...sentence(`${capital(text)}.`, ids), weight, brief };
}

/** What makes it less likely. */
const con = (weight: number, applies: boolean, brief: string, text: string, ids: readonly (string | undefined)[]): Piece =>
  pro(-weight, applies, brief, text, ids);

/** An explanation with nothing for or against it is not worth a line. */
function explanation(id: string, title: string, pieces: readonly Piece[]): Explained | undefined {
  const found = pieces.filter((piece) => piece !== undefined).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  if (found.length === 0) return undefined;
  return {
    id,
    title,
    verdict: 'possible',
    weight: found.reduce((total, piece) => total + piece.weight, 0),
    evidenceFor: found.filter((piece) => piece.weight > 0),
    evidenceAgainst: found.filter((piece) => piece.weight < 0),
  };
}

/** Words and ids several explanations need. */
function common(facts: Facts) {
  const { newCountries, rareVisits, rules, methodChanges, visits } = facts;
  const where = list(newCountries.map(country));
  const ids = {
    visits: facts.signInCites.length > 0 ? facts.signInCites : visits.map((visit) => visit.id),
    rules: facts.cite('rule'),
    methods: facts.cite('method'),
    reading: facts.cite('file', 'mail', 'folders'),
    deletion: facts.cite('deletion'),
    all: facts.telling.findings.map((finding) => finding.id),
  };
  const isFromRarePlace = methodChanges.some((change) =>
    rareVisits.some(
      (visit) =>
        (change.address !== undefined && change.address === visit.address) ||
        (change.country !== undefined && change.country === visit.country),
    ),
  );
  const changedByOther = methodChanges.some((change) => change.actor !== undefined && change.actor !== change.target);
  return { where, ids, isFromRarePlace, changedByOther, hasRules: rules.length > 0, hasMethods: methodChanges.length > 0 };
}

/** What both kinds of takeover rest on. */
function inOtherHands(facts: Facts): readonly Piece[] {
  const { where, ids } = common(facts);
  const { rareVisits, newCountries, refusals, meanwhile, tooFast, known, telling } = facts;
  const risky = facts.visits.filter((visit) => visit.riskLevel === 'high' || visit.riskLevel === 'medium');
  const cleared = facts.visits.filter((visit) => visit.riskState === 'remediated' || visit.riskState === 'dismissed');
  const oddHours = oddHour(facts);

  return [
    pro(
      2,
      rareVisits.length > 0,
      newCountries.length > 1 ? '' : `sign-ins from ${where || 'unusual places'}`,
      `the account was used from ${where || 'places'}, which is unusual for it`,
      ids.visits,
    ),
    pro(
      Math.min(2, newCountries.length - 1),
      newCountries.length > 1,
      `${number(newCountries.length)} new countries within ${span(facts.lastAt - facts.firstAt)}`,
      `${count(newCountries.length, 'new country', 'new countries')} appeared within ${span(facts.lastAt - facts.firstAt)}`,
      ids.visits,
    ),
    pro(
      2,
      refusals.length > 0,
      'MFA prompts refused before one passed',
      `${count(refusals.length, 'MFA prompt')} ${refusals.length === 1 ? 'was' : 'were'} refused or left unanswered just before one was passed, as when somebody else sets them off`,
      [...ids.visits, ...refusals.map((refusal) => refusal.id)],
    ),
    pro(3, tooFast !== undefined, tooFastBrief(facts), tooFastWords(facts), facts.citeEvents(tooFast?.from, tooFast?.to)),
    pro(
      2,
      tooFast === undefined && meanwhile.length > 0 && newCountries.length > 0,
      `ordinary use from ${country(meanwhile[0]?.country)} in between`,
      `ordinary use from ${country(meanwhile[0]?.country)} went on in between (${count(meanwhile.length, 'sign-in')})`,
      meanwhile.map((visit) => visit.id),
    ),
    pro(
      1,
      facts.strangeDevice && known !== undefined,
      'an unknown device',
      `none of the unusual sign-ins came from one of the ${number(known?.devices.length ?? 0)} devices the account is known by, or from a managed one`,
      ids.visits,
    ),
    pro(1, oddHours !== undefined, 'at hours the account never keeps', oddHours ?? '', ids.visits),
    pro(
      1,
      risky.length > 0,
      'a sign-in Microsoft marked as risky',
      `Microsoft rated ${risky.length === 1 ? 'a sign-in' : 'sign-ins'} as risky`,
      risky.map((visit) => visit.id),
    ),
    pro(
      2,
      facts.oddlyNamedRules.length > 0,
      `a rule ${facts.hidingRules.length > 0 ? 'that hides mail, under' : 'with'} a name meant to be overlooked`,
      'a mail rule got a name that is easily overlooked',
      facts.oddlyNamedRules,
    ),
    pro(
      2,
      facts.hidingRules.length > 0,
      facts.oddlyNamedRules.length > 0 ? '' : 'a rule that hides mail from its owner',
      'a mail rule keeps arriving mail out of the owner’s sight',
      ids.rules,
    ),
    pro(
      2,
      facts.othersMailboxes.length > 0,
      'rules in other people’s mailboxes',
      `rules were made in ${count(facts.othersMailboxes.length, 'mailbox', 'mailboxes')} of others`,
      ids.rules,
    ),
    pro(
      1,
      rareVisits.length > 0,
      'sensitive files opened',
      'sensitive files were opened soon after such a sign-in',
      facts.found('file'),
    ),
    pro(1, rareVisits.length > 0, 'much mail opened', 'unusually much mail was opened', facts.found('mail')),
    pro(
      1,
      facts.has('deletion') && (rareVisits.length > 0 || facts.rules.length > 0),
      'mail deleted afterwards',
      'mail was deleted afterwards, which covers tracks',
      ids.deletion,
    ),
    con(
      3,
      facts.ownDevice,
      'the owner’s own device',
      `every unusual sign-in came from ${telling.baseline === undefined ? 'a managed device' : 'a device the account is known by, or a managed one'}`,
      ids.visits,
    ),
    con(
      2,
      cleared.length > 0,
      'the risk flag was cleared',
      'the risk Microsoft saw was cleared by the user or an administrator',
      cleared.map((visit) => visit.id),
    ),
    con(
      1,
      facts.deeds.every((deed) => deed.topic === 'signIn'),
      'nothing followed',
      'nothing but signing in is recorded: no rule, no method, no file, no mail',
      ids.visits,
    ),
  ];
}

function takeover(facts: Facts): Explained | undefined {
  const { ids } = common(facts);
  return explanation('account-takeover', 'Somebody else uses the account', [
    ...inOtherHands(facts),
    pro(
      1,
      facts.methodChanges.length > 0,
      'a changed second factor',
      'a second factor was changed or added, which outlasts a password change',
      ids.methods,
    ),
    con(
      1,
      facts.passedAfterChange !== undefined,
      'the changed second factor explains it better',
      'a stolen session or an accepted prompt is not needed: the changed second factor explains how MFA was passed',
      ids.methods,
    ),
  ]);
}

function rerouted(facts: Facts): Explained | undefined {
  if (facts.methodChanges.length === 0) return undefined;
  const { ids, isFromRarePlace } = common(facts);
  const passed = facts.passedAfterChange;
  const isPhone = facts.methodChanges.some((change) => change.methods.some((method) => /phone/i.test(method)));
  const byText = passed?.mfaMethod === 'text' || passed?.mfaMethod === 'call';
  const changedAt = facts.methodChanges[0]?.at;

  return explanation('second-factor-rerouted', 'The second factor was re-routed to somebody else', [
    pro(
      3,
      passed !== undefined,
      `MFA passed only after the ${isPhone ? 'phone' : 'second factor'} was changed`,
      `${span((passed?.at ?? 0) - (changedAt ?? 0))} after the change, a sign-in from ${country(passed?.country)} passed MFA${byText ? ' over the registered phone' : ''}`,
      [...ids.methods, passed?.id],
    ),
    pro(
      2,
      isFromRarePlace,
      'the change made from an unusual place',
      'the change itself was made from one of the unusual places',
      ids.methods,
    ),
    pro(
      2,
      facts.changedBack !== undefined,
      'the change undone later',
      'the change was undone later, so that the owner would not notice',
      facts.citeEvents(facts.changedBack),
    ),
    con(
      2,
      facts.visits.length > 0 && passed === undefined,
      facts.passedBeforeChange !== undefined ? 'MFA was passed before the change already' : 'no sign-in used the new factor',
      facts.passedBeforeChange !== undefined
        ? 'MFA was passed from an unusual place before the change already'
        : 'no unusual sign-in passed MFA after the change',
      [...ids.methods, ...facts.citeEvents(facts.passedBeforeChange)],
    ),
    con(1, facts.visits.length === 0, 'no unusual sign-in', 'no unusual sign-in is recorded with it', ids.methods),
    ...inOtherHands(facts),
  ]);
}

function traveller(facts: Facts): Explained | undefined {
  if (facts.rareVisits.length === 0) return undefined;
  const { where, ids, hasMethods } = common(facts);
  const { newCountries, meanwhile, tooFast, known, visits } = facts;
  const onlySignIns = facts.deeds.every((deed) => deed.topic === 'signIn');
  const hasTravelled = (known?.countries.length ?? 0) >= 3;

  return explanation('traveller', 'The owner is travelling', [
    pro(
      1,
      newCountries.length === 1,
      `a single new country, ${where}`,
      `all of it came from one new country, ${where}`,
      ids.visits,
    ),
    pro(3, facts.ownDevice, 'the usual device', 'the device is one the account is known by, or managed', ids.visits),
    pro(
      1,
      known !== undefined && meanwhile.length === 0 && facts.lastAt - facts.firstAt >= hours(12),
      'no use from home meanwhile',
      'the account was not used from home in the meantime',
      ids.visits,
    ),
    pro(
      1,
      hasTravelled,
      'a habit of travelling',
      `the account has been used from ${count(known?.countries.length ?? 0, 'country', 'countries')} before`,
      ids.visits,
    ),
    pro(1, onlySignIns, 'nothing but signing in', 'nothing followed that a traveller would not do', ids.visits),
    con(4, tooFast !== undefined, tooFastBrief(facts), tooFastWords(facts), facts.citeEvents(tooFast?.from, tooFast?.to)),
    con(
      2,
      tooFast === undefined && meanwhile.length > 0,
      `the account was in use from ${country(meanwhile[0]?.country)} all the while`,
      `the account was in use from ${country(meanwhile[0]?.country)} between these sign-ins`,
      meanwhile.map((visit) => visit.id),
    ),
    con(
      Math.min(3, newCountries.length - 1),
      newCountries.length > 1,
      `${number(newCountries.length)} countries are no journey`,
      `${count(newCountries.length, 'new country', 'new countries')} within ${span(facts.lastAt - facts.firstAt)} make an odd journey`,
      ids.visits,
    ),
    con(
      1,
      facts.refusals.length > 0,
      'a traveller answers the own prompts',
      'a traveller knows the own prompts and would not refuse them',
      ids.visits,
    ),
    con(
      1,
      facts.strangeDevice,
      'not the usual devices',
      'a traveller takes the usual devices along; these sign-ins came from none of them',
      ids.visits,
    ),
    con(
      3,
      facts.hidingRules.length > 0 || facts.oddlyNamedRules.length > 0,
      'a traveller hides no mail',
      'a journey gives no reason to hide mail from oneself',
      ids.rules,
    ),
    con(1, hasMethods, 'the second factor was changed', 'the second factor was changed as well', ids.methods),
    con(
      2,
      facts.othersMailboxes.length > 0,
      'rules in other mailboxes',
      'a journey gives no reason to make rules in other people’s mailboxes',
      ids.rules,
    ),
    con(1, facts.has('deletion'), 'mail was deleted', 'mail was deleted in numbers', ids.deletion),
    con(
      1,
      facts.has('file') && visits.length > 0 && !facts.ownDevice,
      'sensitive files were sought',
      'files beyond the ordinary were opened from there',
      facts.cite('file'),
    ),
  ]);
}

function newDevice(facts: Facts): Explained | undefined {
  const { ids, isFromRarePlace, hasMethods, hasRules } = common(facts);
  if (!hasMethods && !facts.strangeDevice) return undefined;
  const enrolment = facts.methodChanges.some((change) => change.change === 'added' && change.before.length === 0);
  const ownGround = facts.methodChanges.some((change) => change.managed === true) || facts.ownDevice;
  const usualPlace = hasMethods && facts.rareVisits.length === 0;

  return explanation('new-device', 'A new device or phone', [
    pro(
      2,
      hasMethods && facts.methodChanges.length === 1,
      'a single change',
      'one method was changed once, as on the day of a new phone',
      ids.methods,
    ),
    pro(
      3,
      ownGround,
      'made from a managed or known device',
      'it was done from a managed device or one the account is known by',
      hasMethods ? ids.methods : ids.visits,
    ),
    pro(2, usualPlace, 'no unusual place', 'no unusual sign-in goes with it', ids.methods),
    pro(1, enrolment, 'a first enrolment', 'nothing was registered before: it is a first enrolment', ids.methods),
    pro(
      1,
      !hasMethods && facts.newCountries.length < 2,
      'a device never seen before',
      'the sign-ins came from a device never seen before, as a new one would be',
      ids.visits,
    ),
    con(
      3,
      isFromRarePlace,
      'made from an unusual place',
      'the change was made from the same unusual place as a suspect sign-in',
      ids.methods,
    ),
    con(2, facts.changedBack !== undefined, 'a new phone is not given back', 'the change was undone later; a new phone is kept', [
      facts.changedBack?.id,
    ]),
    con(
      2,
      facts.rareVisits.length > 0,
      'sign-ins from unusual places',
      'a new device does not change the country one signs in from',
      ids.visits,
    ),
    con(1, facts.refusals.length > 0, 'prompts were refused', 'MFA prompts were refused first', ids.visits),
    con(
      3,
      hasRules && (facts.hidingRules.length > 0 || facts.oddlyNamedRules.length > 0),
      'a new device makes no hiding rule',
      'a new device makes no rule that hides mail',
      ids.rules,
    ),
  ]);
}

function adminWork(facts: Facts): Explained | undefined {
  const { ids, changedByOther } = common(facts);
  if (facts.othersMailboxes.length === 0 && !changedByOther) return undefined;
  const theirs = facts.othersMailboxes.length > 0 ? ids.rules : ids.methods;
  const adminDays = facts.known?.adminDays;

  return explanation('admin-work', 'Administration for others', [
    pro(
      3,
      (adminDays ?? 0) >= 3,
      'a person who does admin work',
      `the account did admin work for others on ${count(adminDays ?? 0, 'earlier day')}`,
      theirs,
    ),
    pro(1, true, 'done for others', 'it was done in mailboxes or accounts of others, as administrators do', theirs),
    pro(1, facts.rareVisits.length === 0, 'from the usual place', 'no unusual sign-in goes with it', theirs),
    con(2, adminDays === 0, 'no admin work before', 'the account never did admin work for others before', theirs),
    con(
      3,
      facts.rareVisits.length > 0,
      'administrators work from known places',
      'it was done after a sign-in from an unusual place',
      ids.visits,
    ),
    con(
      2,
      facts.oddlyNamedRules.length > 0,
      'the rule’s name',
      'administrators give rules names that can be found again',
      facts.oddlyNamedRules,
    ),
    con(1, facts.hidingRules.length > 0, 'rules that hide mail', 'the rules take mail out of its owners’ sight', ids.rules),
    con(
      1,
      facts.has('mail') || facts.has('deletion'),
      'mail read or deleted',
      'mail was read or deleted too, which no rule change needs',
      facts.cite('mail', 'deletion'),
    ),
  ]);
}

function automation(facts: Facts): Explained | undefined {
  const { ids, hasRules, hasMethods } = common(facts);
  const machines = [...facts.deeds]
    .flatMap((deed) => deed.events)
    .filter((event) => event.actorKind === 'service' || event.actorKind === 'agent');
  if (machines.length === 0 && !facts.has('mail') && !facts.has('deletion')) return undefined;
  const bulk = facts.cite('mail', 'deletion');
  const scripted = facts.deeds
    .flatMap((deed) => deed.events)
    .filter((event) => /powershell|python|curl|graph-sdk|rest/i.test(`${event.userAgent ?? ''} ${event.client ?? ''}`));

  return explanation('automation', 'A program at work', [
    pro(
      4,
      machines.length > 0,
      'a service account',
      'the account is a service or an agent, not a person',
      machines.map((event) => event.id),
    ),
    pro(1, bulk.length > 0, 'much at once', 'the amount is more than a person’s hand usually does', bulk),
    pro(
      1,
      scripted.length > 0,
      'a scripted client',
      'the client is one that programs use',
      scripted.map((event) => event.id),
    ),
    con(
      2,
      facts.visits.some((visit) => visit.interactive),
      'a person signed in',
      'somebody signed in interactively',
      ids.visits,
    ),
    con(
      2,
      facts.rareVisits.length > 0,
      'a change of place',
      'programs keep their place; these sign-ins changed theirs',
      ids.visits,
    ),
    con(
      2,
      hasRules || hasMethods,
      'rules or methods changed',
      'programs that back up or index mail change no rules and no second factor',
      facts.cite('rule', 'method'),
    ),
  ]);
}

function authorisedTest(facts: Facts): Explained | undefined {
  const { ids } = common(facts);
  if (facts.deeds.length < 2) return undefined;
  const marked = facts.deeds
    .flatMap((deed) => deed.events)
    .filter((event) =>
      /\b(pen-?test|red ?team|phish(ing)?[-_ ]?(test|sim\w*)|attack ?sim\w*)\b/i.test(
        `${event.actor ?? ''} ${event.deviceName ?? ''} ${event.userAgent ?? ''} ${event.appName ?? ''}`,
      ),
    );

  return explanation('authorised-test', 'An authorised test', [
    pro(
      3,
      marked.length > 0,
      'a name that says test',
      'a name in the records says that it is a test',
      marked.map((event) => event.id),
    ),
    con(2, facts.has('deletion'), 'real mail deleted', 'real mail was deleted, which a test would not do', ids.deletion),
    con(
      1,
      facts.has('file') || facts.has('mail'),
      'real documents opened',
      'a person’s real files or mail were opened',
      facts.cite('file', 'mail'),
    ),
    con(1, facts.hidingRules.length > 0, 'real mail hidden', 'a rule interferes with a person’s real mail', ids.rules),
    con(
      1,
      facts.lastAt - facts.firstAt >= days(3) && marked.length === 0,
      'days apart, unannounced',
      `nothing in the records of ${span(facts.lastAt - facts.firstAt)} announces a test`,
      ids.all,
    ),
  ]);
}

function insider(facts: Facts): Explained | undefined {
  const { ids, where } = common(facts);
  if (!facts.has('file') && !facts.has('mail') && !facts.has('deletion') && !facts.has('rule')) return undefined;
  const deeds = facts.cite('file', 'mail', 'deletion', 'rule');

  return explanation(
    'insider',
    `${facts.lead === undefined ? 'The owner' : name(facts.telling.nameOf(facts.lead))} acts against the organisation`,
    [
      pro(2, facts.rareVisits.length === 0, 'from the usual place', 'nothing in it came from an unusual place', deeds),
      pro(
        1,
        facts.ownDevice,
        'from the own device',
        'it was done from a device the account is known by, or a managed one',
        ids.visits,
      ),
      pro(1, true, 'more read than the work needs', 'more was opened than the account’s own past explains', [
        ...facts.found('file'),
        ...facts.found('mail'),
      ]),
      con(
        3,
        facts.rareVisits.length > 0,
        'strange places',
        `an insider has no need to come from ${where || 'unusual places'}`,
        ids.visits,
      ),
      con(2, facts.refusals.length > 0, 'refused prompts', 'an insider passes the own MFA without refusing it first', ids.visits),
      con(
        2,
        facts.passedAfterChange !== undefined,
        'a re-routed factor',
        'an insider has no need to re-route the own second factor',
        ids.methods,
      ),
    ],
  );
}

function cleanup(facts: Facts): Explained | undefined {
  if (!facts.has('deletion')) return undefined;
  const { ids } = common(facts);
  const alone = facts.deeds.every((deed) => deed.topic === 'deletion');

  return explanation('mass-cleanup', 'Somebody tidied up their mailbox', [
    pro(2, alone, 'nothing else happened', 'mail was deleted and nothing else happened', ids.deletion),
    pro(1, facts.rareVisits.length === 0, 'from the usual place', 'no unusual sign-in goes with it', ids.deletion),
    pro(1, !facts.deletedForGood, 'still in the bin', 'the mail can still be restored by its owner', ids.deletion),
    con(3, facts.rareVisits.length > 0, 'after a strange sign-in', 'it followed a sign-in from an unusual place', ids.visits),
    con(
      2,
      facts.rules.length > 0 || facts.methodChanges.length > 0,
      'beside rules or methods',
      'rules or sign-in methods were changed beside it',
      facts.cite('rule', 'method'),
    ),
    con(1, facts.deletedForGood, 'deleted for good', 'mail was deleted past the bin', ids.deletion),
  ]);
}

function tooFastWords(facts: Facts): string {
  const { tooFast } = facts;
  if (tooFast === undefined) return '';
  const km = tooFast.km === undefined ? '' : `, ${(Math.round(tooFast.km / 100) * 100).toLocaleString('en-US')} km apart`;
  return `the account was used from ${country(tooFast.from.country)} and, within ${span(tooFast.gapMs)}, from ${country(tooFast.to.country)}${km}`;
}

function tooFastBrief({ tooFast }: Facts): string {
  return tooFast === undefined
    ? ''
    : `use from ${country(tooFast.from.country)} and, within ${span(tooFast.gapMs)}, from ${country(tooFast.to.country)}`;
}

/** Hours in which under one sign-in in a hundred falls, with at least a hundred counted. */
function oddHour(facts: Facts): string | undefined {
  const hoursOfDay = facts.known?.hours;
  const total = hoursOfDay?.reduce((sum, n) => sum + n, 0) ?? 0;
  if (hoursOfDay === undefined || total < 100 || facts.rareVisits.length === 0) return undefined;
  const odd = facts.rareVisits.filter((visit) => {
    const hour = new Date(visit.at).getUTCHours();
    const near = [hour + 23, hour, hour + 1].reduce((sum, at) => sum + (hoursOfDay[at % 24] ?? 0), 0);
    return near * 100 < total;
  });
  if (odd.length * 2 <= facts.rareVisits.length) return undefined;
  const share =
    odd.length === facts.rareVisits.length ? (odd.length === 1 ? 'it' : 'all of them') : `${number(odd.length)} of them`;
  return `the owner hardly ever works at these hours, and ${share} fell into them`;
}
