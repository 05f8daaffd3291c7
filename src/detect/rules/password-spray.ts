// Passwords tried on many accounts from one place, none of whose owners has ever signed in from there; and whoever gets
// in there afterwards.
//
// One or two tries an account, over hours or days, stay under every threshold by account, so accounts are counted by
// place: the address, else its block, else its network, over three days. Colleagues at a new office or a hotel mistype
// as well, but then they get in; a spray is refused and refused, and the one success is what matters.
//
// Blind to: accounts whose owners do use the place (a spray out of the office), a spray that takes a new network for
// every few accounts, and users that no record names.

import { detection } from '../detection.ts';
import { concerning, idsOf, isPerson } from '../hits.ts';
import type { Past } from '../past.ts';
import { isGuess, placesOf } from '../sign-ins.ts';
import { count, countryName, span } from '../words.ts';
import type { SignIn } from '../../model/event.ts';
import type { About, Severity } from '../../model/finding.ts';
import { dayOf, days, type Day } from '../../model/time.ts';

const FEWEST_ACCOUNTS = 5;
const MANY_ACCOUNTS = 10;
const LASTS = days(3);
/** An exit that so many people use has failures every day. */
const EXIT_REGULARS = 5;

interface Wave {
  readonly place: string;
  /** Of strangers, newest first. */
  readonly tries: readonly SignIn[];
  /** Accounts tried there whose owners never signed in from there on an earlier day. */
  readonly strangers: ReadonlySet<string>;
  /** Those of them that got in after all. */
  readonly inside: readonly string[];
}

export const passwordSpray = detection({
  id: 'password-spray',
  title: 'Passwords tried on many accounts from one place',
  stage: 'access',
  tactics: ['credential-access', 'initial-access'],
  techniques: ['T1110.003', 'T1078.004'],
  severity: 'high',
  wakesOn: ['signIn'],
  guards:
    'Only accounts whose owners never signed in from there on an earlier day and did not get in after all; where more people come and go than are refused it is an exit; an exit with regulars needs three times its usual strangers; only wrong passwords, lockouts and unknown users count; a known or managed device is the owner.',
  blindTo: 'Sprays from a place the owners use, sprays that change network every few accounts, and users no record names.',

  judge(signIn, past) {
    if (!isPerson(signIn) || signIn.serviceAddress === true) return;
    const isSuccess = signIn.outcome === 'success';
    if (!isSuccess && !isGuess(signIn)) return;
    // the owner comes home, or brings a machine of theirs
    if (
      isSuccess &&
      (signIn.managed === true || past.knows('device') || isRegular(signIn.actor, signIn.address ?? '', signIn, past))
    )
      return;

    const wave = placesOf(signIn)
      .map((place) => waveFrom(place, signIn, past))
      .find((found) => found !== undefined);
    // who comes from the same network without having been tried there is somebody else
    if (wave === undefined || (isSuccess && wave.place !== signIn.address && !wave.strangers.has(signIn.actor))) return;
    const inside = isSuccess ? [...new Set([...wave.inside, signIn.actor])] : wave.inside;
    return {
      key: wave.place,
      gathersFor: LASTS,
      severity: isSuccess ? 'high' : severityOf(wave, past),
      surpriseBits: 0,
      says: tell(signIn, wave, inside),
      about: isSuccess ? concerning([signIn]) : placeOnly(signIn),
      because: idsOf([...wave.tries, signIn]),
    };
  },
});

function waveFrom(place: string, signIn: SignIn, past: Past): Wave | undefined {
  const all = [...(isGuess(signIn) ? [signIn] : []), ...past.failures(place, LASTS).filter(isGuess)];
  const firstTry = new Map(all.map(({ actor = '', at }) => [actor, at]));
  if (firstTry.size < FEWEST_ACCOUNTS) return undefined;

  const visitors = past.visitors(place);
  const strangers = new Set([...firstTry.keys()].filter((person) => !isRegular(person, place, signIn, past)));
  const inside = [...strangers].filter((person) => (visitors.get(person)?.lastAt ?? -Infinity) >= (firstTry.get(person) ?? 0));
  const refused = strangers.size - inside.length;
  const passersBy = [...visitors].filter(([person, { lastAt }]) => !firstTry.has(person) && lastAt >= signIn.at - LASTS);
  if (refused < FEWEST_ACCOUNTS || refused <= 2 * passersBy.length || isUsualThere(place, refused, signIn, past))
    return undefined;
  return { place, tries: all.filter(({ actor = '' }) => strangers.has(actor)), strangers, inside };
}

function isRegular(person: string, place: string, signIn: SignIn, past: Past): boolean {
  const first = past.visitors(place).get(person)?.firstDay;
  return first !== undefined && first < dayOf(signIn.at);
}

/** Of an address with regulars, how many strangers fail there in any three days; a network with regulars always has some. */
function isUsualThere(place: string, counted: number, signIn: SignIn, past: Past): boolean {
  const isAddress = place === signIn.address;
  const visits = [...past.visitors(place).values()];
  const regulars = isAddress ? past.regulars(place) : visits.filter(({ firstDay }) => firstDay < dayOf(signIn.at)).length;
  if (regulars < EXIT_REGULARS) return false;
  if (!isAddress) return true;

  const today = dayOf(signIn.at);
  const byDay = new Map<Day, Set<string>>();
  for (const { at, actor = '' } of past.failures(place, days(17)).filter(isGuess)) {
    const day = dayOf(at);
    if (day >= today - 2 || isRegular(actor, place, signIn, past)) continue;
    byDay.set(day, (byDay.get(day) ?? new Set<string>()).add(actor));
  }
  const most = Math.max(0, ...[...byDay.values()].map((people) => people.size));
  return counted < 3 * (most + 1) || counted < MANY_ACCOUNTS;
}

function severityOf(wave: Wave, past: Past): Severity {
  if (wave.inside.length > 0 || wave.strangers.size >= MANY_ACCOUNTS) return 'medium';
  const [newest] = wave.tries;
  const { country, actor } = newest ?? {};
  const abroad = country === undefined || actor === undefined ? undefined : past.rarityFor(actor, 'country', country);
  return abroad !== undefined && abroad.people >= 3 && abroad.peopleWith === 0 && abroad.own === 0 ? 'medium' : 'low';
}

function tell(signIn: SignIn, wave: Wave, inside: readonly string[]): string {
  const lasted = span((wave.tries[0]?.at ?? signIn.at) - (wave.tries.at(-1)?.at ?? signIn.at));
  const passwords = `${count(wave.tries.length, 'password')} on ${count(wave.strangers.size, 'account')} within ${lasted}`;
  const strangers = 'none of which had signed in from there before that day';
  const from = `from ${signIn.address ?? ''}${signIn.country === undefined ? '' : ` in ${countryName(signIn.country)}`}`;
  const where =
    wave.place === signIn.address ? 'where' : wave.place.startsWith('AS') ? `${wave.place}, where` : 'in a block where';
  if (signIn.outcome === 'success') return `signed in ${from}, ${where} somebody had been refused ${passwords}, ${strangers}`;
  const after = inside.length === 0 ? '' : `; ${inside.length} of them got in afterwards`;
  return `was refused ${from}, ${where} somebody tried ${passwords}, ${strangers}${after}`;
}

/** Whose passwords were only tried is no party to it: to name them all would tie together whatever befalls any of them. */
const placeOnly = (signIn: SignIn): readonly About[] => concerning([signIn]).filter(({ label }) => label === 'IP');
