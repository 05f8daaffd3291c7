// What is not known: first the gaps in the records, then the open questions.

import type { Sentence } from '../model/incident.ts';
import { days } from '../model/time.ts';
import { takeovers } from './hypotheses.ts';
import type { Explained } from './hypotheses.ts';
import type { Facts } from './facts.ts';
import { sentence } from './sentence.ts';
import { country, dayName, list, name, number } from './words.ts';

export function unknownsOf(facts: Facts, leading: Explained | undefined): readonly Sentence[] {
  const { telling, visits, rareVisits } = facts;
  const isTakeover = leading !== undefined && takeovers.has(leading.id);
  const passed = rareVisits.filter((visit) => visit.mfa === 'passed' || visit.mfa === 'byClaim');
  const mailRecords = [...telling.events.values()].some((event) => event.kind === 'mailAccess');
  const nameless = visits.filter((visit) => visit.device === undefined);
  const placeless = visits.filter((visit) => visit.country === undefined);
  const [longest] = [...facts.silences].sort((a, b) => b.until - b.since - (a.until - a.since));
  const quietDays = longest === undefined ? 0 : longest.until - longest.since;
  const unknowns: Sentence[] = [];
  const say = (applies: boolean, text: string, ids: readonly (string | undefined)[]): void => {
    if (applies && ids.some((id) => id !== undefined)) unknowns.push(sentence(text, ids));
  };

  say(
    facts.throttled.length > 0,
    `Which mails were read is not known: the mail audit of ${list([...new Set(facts.throttled.map((read) => name(read.mailbox)))], 3)} stopped recording, so assume all of it.`,
    facts.cite('mail'),
  );
  say(
    isTakeover && !mailRecords && rareVisits.length > 0,
    'Whether mail was read in between is not known: no record of mail being opened has arrived, which is also so where the licence or the mailbox does not record it.',
    facts.signInCites,
  );
  say(
    placeless.length > 0,
    `Where ${placeless.length === 1 ? 'one sign-in' : `${number(placeless.length)} sign-ins`} came from is not known: ${placeless.length === 1 ? 'its record names' : 'their records name'} no country, and the address did not tell.`,
    placeless.map((visit) => visit.id),
  );
  say(
    visits.length > 0 && nameless.length === visits.length,
    `Which device was used is not known: the ${visits.length === 1 ? 'sign-in names' : 'sign-ins name'} none.`,
    facts.signInCites,
  );
  say(
    isTakeover && facts.passedAfterChange !== undefined,
    'How the password was lost, and with what session the phone was changed, is not in these records.',
    facts.cite('method'),
  );
  say(
    isTakeover && facts.passedAfterChange === undefined && passed.length > 0,
    facts.refusals.length > 0
      ? `How MFA was passed is not known: the owner may have given in to a prompt, or a code or session was stolen. Ask about the prompts of ${dayName(facts.refusals[0]?.at ?? facts.firstAt)}.`
      : 'How MFA was passed is not known: a prompt accepted by mistake, a code relayed by a false page and a stolen session look alike here.',
    facts.signInCites,
  );
  say(
    quietDays >= days(3) && isTakeover,
    `What was done between ${dayName(longest?.since ?? 0, false)} and ${dayName(longest?.until ?? 0, false)} is not known: nothing suspicious was recorded, but a session once open can read quietly.`,
    longest === undefined ? [] : [...ids(longest.after), ...ids(longest.before)],
  );
  say(
    facts.hidingRules.length > 0,
    `Which mails the ${facts.hidingRules.length === 1 ? 'rule has' : 'rules have'} already hidden is not known; look into ${folders(facts)}.`,
    facts.cite('rule'),
  );
  say(
    facts.has('deletion'),
    'What the deleted mails said is not recorded; those not deleted for good can still be read by an administrator.',
    facts.cite('deletion'),
  );
  say(
    telling.findings.length === 1 && !isTakeover && rareVisits.length > 0,
    `Whether it was the owner is not known; asking about ${country(rareVisits[0]?.country)} on ${dayName(facts.firstAt, false)} would settle it.`,
    facts.signInCites,
  );
  return unknowns;
}

const ids = (deed: Facts['deeds'][number]): readonly string[] =>
  deed.findings.length > 0 ? deed.findings.map((finding) => finding.id) : deed.events.map((event) => event.id);

function folders(facts: Facts): string {
  const names = new Set(facts.hidingRules.map((rule) => rule.movesTo ?? '').filter((folder) => folder !== ''));
  return names.size === 1
    ? 'the folder it moves them to'
    : names.size > 1
      ? 'the folders they are moved to'
      : 'the deleted and the read mail';
}
