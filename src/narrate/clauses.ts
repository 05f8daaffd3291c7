// A deed → a clause in the past tense, without its subject: "signed in from Germany (203.0.113.77), passing MFA at once".

import type { EventOf, MailboxRule, SignIn } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import { minutes } from '../model/time.ts';
import type { Telling } from './acquaintance.ts';
import { eventsOf, gotIn, isSignIn, refusedFactor } from './deeds.ts';
import type { Deed } from './deeds.ts';
import { calm, count, country, list, name, number, ordinal, quote, span, times } from './words.ts';

/** What the reader has been told already, so that "again" and "the same files" can be said. */
export interface Told {
  readonly places: Map<string, Set<string>>;
  readonly files: Set<string>;
  /** Values of second factors that were taken away. */
  readonly methods: Set<string>;
}

export const nothingTold = (): Told => ({ places: new Map(), files: new Set(), methods: new Set() });

/** What the deed was; changes `told`. */
export function clause(deed: Deed, telling: Telling, told: Told): string {
  const words = wordsFor(deed, telling, told);
  return words ?? inTheirWords(deed);
}

/** The finding that surprised most, in its detection's words, which carry the counts. */
export const loudest = (findings: readonly Finding[]): Finding | undefined =>
  [...findings].sort((a, b) => b.surpriseBits - a.surpriseBits || (a.id < b.id ? -1 : 1))[0];

export const wordsOf = (finding: Finding): string =>
  calm(finding.says).replace(/[.\s]+$/, '') || `drew a finding of kind ${name(finding.detection)}`;

function wordsFor(deed: Deed, telling: Telling, told: Told): string | undefined {
  switch (deed.topic) {
    case 'signIn':
      return signedIn(deed, telling, told);
    case 'method':
      return changedMethod(deed, telling, told);
    case 'rule':
      return madeRules(deed, telling);
    case 'file':
      return readFiles(deed, told);
    case 'folders':
      return changedFolders(eventsOf(deed, 'mailItem'));
    case 'mail':
      return openedMail(deed, telling);
    case 'deletion':
      return deletedMail(eventsOf(deed, 'mailItem'));
    case 'other':
      return undefined;
  }
}

/** A detection this room does not know speaks for itself. */
function inTheirWords(deed: Deed): string {
  const first = loudest(deed.findings);
  if (first === undefined) return `did ${count(deed.events.length, 'further thing')}`;
  const more = deed.findings.length - 1;
  const says = wordsOf(first);
  return more === 0 ? says : `${says}, and did so ${times(more)} more that day`;
}

function signedIn(deed: Deed, telling: Telling, told: Told): string | undefined {
  const visits = eventsOf(deed, 'signIn').filter(gotIn);
  const first = visits[0];
  if (first === undefined) return undefined;

  const refusals = eventsOf(deed, 'signIn').filter(refusedFactor);
  const addresses = [...new Set(visits.map((visit) => visit.address).filter((address) => address !== undefined))];
  const before = placesOf(told, deed.who);
  const from = country(first.country);
  const usual = telling.baseline?.get(deed.who ?? '')?.countries.some(({ code }) => code === first.country) ?? false;
  const rank = first.country === undefined || before.has(first.country) || usual ? 0 : before.size + 1;
  if (first.country !== undefined && !usual) before.add(first.country);

  const again = rank === 0 && first.country !== undefined && before.has(first.country) ? ' again' : '';
  const how = rank > 1 ? `, a ${ordinal(rank)} new country` : '';
  const where =
    addresses.length === 0
      ? ''
      : addresses.length > 2
        ? ` (${count(addresses.length, 'address', 'addresses')})`
        : ` (${addresses.map(name).join(', ')})`;
  const often = visits.length > 1 ? ` ${times(visits.length)}` : '';
  return `signed in${again}${often} from ${from}${where}${how}${journey(deed, telling)}${factor(first, refusals)}`;
}

/** How soon after being elsewhere, where a finding says that nobody travels so fast. */
function journey(deed: Deed, telling: Telling): string {
  const finding = deed.findings.find(({ detection }) => detection === 'impossible-travel');
  const from = finding?.context.map((id) => telling.events.get(id)).find((event) => event !== undefined && isSignIn(event));
  if (finding === undefined || from === undefined || !isSignIn(from)) return '';
  const elsewhere = from.country === deed.place ? 'elsewhere in' : 'from';
  return `, ${span(finding.at - from.at)} after signing in ${elsewhere} ${country(from.country)}`;
}

function placesOf(told: Told, who: string | undefined): Set<string> {
  const key = who ?? '';
  const kept = told.places.get(key) ?? new Set<string>();
  told.places.set(key, kept);
  return kept;
}

function factor(visit: SignIn, refusals: readonly SignIn[]): string {
  const means = meansOf(visit);
  if (refusals.length > 0) {
    const isRefused = refusals.every((refusal) => refusal.mfa === 'refused');
    const isUnanswered = refusals.every((refusal) => refusal.mfa === 'unanswered');
    const fate = isRefused ? 'refused' : isUnanswered ? 'left unanswered' : 'refused or left unanswered';
    const prompts = count(refusals.length, 'MFA prompt');
    return visit.mfa === 'passed'
      ? `: ${prompts} ${refusals.length === 1 ? 'was' : 'were'} ${fate}, the next was passed${means}`
      : ` after ${prompts} had been ${fate}`;
  }
  if (visit.mfa === 'passed') return `, passing MFA${means} at the first try`;
  if (visit.mfa === 'byClaim') return ', without a new MFA prompt: an earlier session vouched for it';
  return '';
}

const factorWords: Readonly<Record<string, string>> = {
  text: ' with a code sent by text message',
  call: ' by a phone call',
  app: ' with the authenticator app',
  code: ' with a one-time code',
};
const meansOf = (visit: SignIn): string => (visit.mfaMethod === undefined ? '' : (factorWords[visit.mfaMethod] ?? ''));

const methodWords: Readonly<Record<string, string>> = {
  phone: 'registered phone',
  alternativePhone: 'alternative phone',
  email: 'recovery address',
  authenticator: 'authenticator app',
  method: 'sign-in method',
};
const changeWords = { added: 'added', changed: 'changed', removed: 'removed' } as const;

function changedMethod(deed: Deed, telling: Telling, told: Told): string | undefined {
  const changes = withoutEchoes(eventsOf(deed, 'methodChange').filter((change) => change.outcome === 'success'));
  const first = changes[0];
  if (first === undefined) return undefined;

  const parts = changes.slice(0, 3).map((change) => {
    const what = list(change.methods.map((method) => methodWords[method] ?? name(method))) || 'sign-in method';
    const article = change.change !== 'added' ? 'the ' : /^[aeiou]/.test(what) ? 'an ' : 'a ';
    const isBack = change.change === 'changed' && change.after.some((value) => told.methods.has(value));
    for (const value of change.before) told.methods.add(value);
    return `${changeWords[change.change]} ${article}${what}${isBack ? ' back' : ''}${fromTo(change)}`;
  });
  const more = changes.length > 3 ? `, and ${count(changes.length - 3, 'further change')}` : '';
  const whose = first.actor !== undefined && first.actor !== first.target ? ` of ${name(telling.nameOf(first.target))}` : '';
  return `${parts.join(', then ')}${whose}${more}`;
}

/** One change leaves several records ("user updated", "security info registered"); those that tell no value repeat one that does. */
function withoutEchoes(changes: readonly EventOf<'methodChange'>[]): readonly EventOf<'methodChange'>[] {
  const tells = (change: EventOf<'methodChange'>): boolean => change.before.length + change.after.length > 0;
  const isEcho = (change: EventOf<'methodChange'>): boolean =>
    !tells(change) &&
    changes.some(
      (other) =>
        tells(other) &&
        Math.abs(other.at - change.at) <= minutes(10) &&
        change.methods.every((method) => other.methods.includes(method)),
    );
  return changes.filter((change) => !isEcho(change));
}

function fromTo(change: EventOf<'methodChange'>): string {
  const before = tail(change.before.filter((value) => !change.after.includes(value))[0]);
  const after = tail(change.after.filter((value) => !change.before.includes(value))[0]);
  if (before !== undefined && after !== undefined) return ` (from one ending in ${before} to one ending in ${after})`;
  if (after !== undefined) return ` (ending in ${after})`;
  return '';
}

/** The last three digits of `phone=+61 400 111 118`: enough to tell two phones apart, too little to call one. */
function tail(value: string | undefined): string | undefined {
  const digits = value?.replace(/\D/g, '') ?? '';
  return digits.length >= 6 ? digits.slice(-3) : undefined;
}

/** The owner of a mailbox is who acts in it under their own name. */
export const isOwnMailbox = (mailbox: string, who: string | undefined, telling: Telling): boolean =>
  who !== undefined && (mailbox === who || mailbox.toLowerCase() === telling.nameOf(who).toLowerCase());

export const hides = (rule: MailboxRule): boolean =>
  rule.deletes || (rule.movesTo !== undefined && rule.movesTo !== '') || rule.marksRead;

function madeRules(deed: Deed, telling: Telling): string | undefined {
  const rules = eventsOf(deed, 'mailboxRule').filter((rule) => rule.outcome === 'success');
  const first = rules[0];
  if (first === undefined) return undefined;

  const mailboxes = [...new Set(rules.map((rule) => rule.mailbox).filter((mailbox) => mailbox !== undefined))];
  const others = mailboxes.filter((mailbox) => !isOwnMailbox(mailbox, deed.who, telling));
  if (others.length > 0 && mailboxes.length > 1) {
    const own = others.length < mailboxes.length ? 'its own mailbox and ' : '';
    const shared = others.length > 0 && others.every((mailbox) => telling.shared?.has(mailbox));
    const whose = `${count(others.length, shared ? 'shared mailbox' : 'other', shared ? 'shared mailboxes' : 'others')} (${list(others.map(name))})`;
    return `made or changed mail rules in ${own}${whose}${rules.some(hides) ? '; they take mail out of sight' : ''}`;
  }

  const [other] = others;
  const where = other === undefined ? '' : ` in the mailbox ${name(other)}`;
  if (rules.length > 1 && new Set(rules.map((rule) => rule.rule)).size > 1)
    return `made or changed ${number(rules.length)} mail rules${where}, among them ${ruleName(first)}, which ${effect(first)}`;
  return `${first.change === 'created' ? 'made' : 'changed'} a mail rule ${ruleName(first)}${where} that ${effect(first)}`;
}

export function ruleName(rule: MailboxRule): string {
  const quoted = quote(rule.name);
  return quoted.startsWith('“') ? `named ${quoted}` : quoted;
}

function effect(rule: MailboxRule): string {
  const which = list(
    [
      rule.from.length > 0 ? `from ${list(rule.from.map(name), 3)}` : '',
      rule.words.length > 0
        ? `with ${rule.words.length === 1 ? 'a chosen word' : `any of ${number(rule.words.length)} chosen words`}`
        : '',
    ].filter((part) => part !== ''),
  );
  const mail = which === '' ? 'all arriving mail' : `mail ${which}`;
  const deeds = [
    rule.marksRead ? (it: string) => `marks ${it} as read` : undefined,
    rule.movesTo !== undefined && rule.movesTo !== ''
      ? (it: string) => `moves ${it} to the folder ${quote(rule.movesTo ?? '')}`
      : undefined,
    rule.deletes ? (it: string) => `deletes ${it}` : undefined,
    rule.forwardsTo.length > 0 ? (it: string) => `sends ${it} on to ${list(rule.forwardsTo.map(name), 3)}` : undefined,
  ].filter((deed) => deed !== undefined);
  if (deeds.length === 0) return `works on ${mail}`;
  return list(deeds.map((deed, index) => deed(index === 0 ? mail : 'it')));
}

function readFiles(deed: Deed, told: Told): string | undefined {
  const reads = eventsOf(deed, 'fileAccess').filter((read) => !read.automatic);
  const files = new Map(reads.map((read) => [read.file, read.name]));
  if (files.size === 0) return undefined;

  const same = [...files.keys()].filter((file) => told.files.has(file)).length;
  for (const file of files.keys()) told.files.add(file);
  const kind = deed.findings.length > 0 ? 'sensitive file' : 'file';
  const verb = reads.every((read) => read.deed === 'downloaded') ? 'downloaded' : 'opened';
  if (same === files.size) return `${verb} ${same === 1 ? 'the same file' : `${number(same)} of the same files`} again`;

  // a site's own pages are the way to the files, not what was looked for
  const names = [...files.values()].filter((file) => file !== '' && !/\.aspx$/i.test(file)).slice(0, 2);
  const among =
    names.length === 0
      ? ''
      : files.size > names.length
        ? `, among them ${list(names.map((file) => quote(file)))}`
        : ` (${list(names.map((file) => quote(file)))})`;
  const overlap = same > 0 ? `, ${number(same)} of them seen before` : '';
  return `${verb} ${count(files.size, kind)}${among}${overlap}`;
}

function changedFolders(items: readonly EventOf<'mailItem'>[]): string | undefined {
  if (items.length === 0) return undefined;
  const sent = sum(items.filter((item) => item.deed === 'sent').map((item) => item.items));
  const touched = items.filter((item) => item.deed !== 'sent');
  const folders = [...new Set(touched.flatMap((item) => item.folders))].map((folder) => quote(folder.replace(/^[\\/]+/, ''), 40));
  const parts = [
    sent > 0 ? `sent ${count(sent, 'mail')}` : '',
    touched.length === 0
      ? ''
      : folders.length === 0
        ? `changed ${count(sum(touched.map((item) => item.items)), 'mail item')}`
        : `changed items in the mail ${folders.length === 1 ? 'folder' : 'folders'} ${list(folders)}`,
    touched.some((item) => item.attachments.length > 0) ? 'one of them with an attachment' : '',
  ].filter((part) => part !== '');
  return parts.join(parts.length > 2 || sent === 0 ? ', ' : ' and ');
}

function openedMail(deed: Deed, telling: Telling): string | undefined {
  const reads = eventsOf(deed, 'mailAccess');
  if (reads.length === 0) return undefined;
  const items = sum(reads.map((read) => read.items));
  const mailboxes = [...new Set(reads.map((read) => read.mailbox))].filter(
    (mailbox) => !isOwnMailbox(mailbox, deed.who, telling),
  );
  const where =
    mailboxes.length === 0
      ? ''
      : `, in ${list(mailboxes.map(name))}${mailboxes.length < new Set(reads.map((read) => read.mailbox)).size ? ' as well' : ''}`;
  const verb = reads.every((read) => read.access === 'sync') ? 'synchronised' : 'opened';
  const blind = reads.some((read) => read.throttled) ? ', so much that the audit log stopped recording' : '';
  return `${verb} ${items === 0 ? 'mail' : count(items, 'mail')}${where}${blind}`;
}

function deletedMail(items: readonly EventOf<'mailItem'>[]): string | undefined {
  const total = sum(items.map((item) => item.items));
  if (total === 0) return undefined;
  const forGood = sum(items.filter((item) => item.deed === 'hardDeleted').map((item) => item.items));
  const kind = forGood === 0 ? '' : forGood === total ? ' for good' : `, ${number(forGood)} of them for good`;
  return `deleted ${count(total, 'mail')}${kind}`;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
