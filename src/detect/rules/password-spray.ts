// Passwords tried on many accounts from one place, none of whose owners has ever signed in from there; and whoever gets
// in there afterwards.
//
// One or two tries an account, over hours or days, stay under every threshold by account, so accounts are counted by
// place: the address, else its block, else its network, over three days. Colleagues at a new office or a hotel mistype
// as well, but then they get in; a spray is refused and refused, and the one success is what matters.
//
// Who changes address is known by the program they do it with: tries with one program from several addresses, all strange
// to the accounts' owners, on far more accounts than on any day before.
//
// Blind to: accounts whose owners do use the place (a spray out of the office), a spray that changes both its address and
// its program every few accounts, and users that no record names.

import { isPrivateAddress } from '../../ingest/address.ts';
import { detection } from '../detection.ts';
import { concerning, idsOf, isPerson } from '../hits.ts';
import type { Past } from '../past.ts';
import { isGuess, placesOf, toolOf } from '../sign-ins.ts';
import { count, countryName, span } from '../words.ts';
import { slot } from '../../learn/slot.ts';
import type { SignIn } from '../../model/event.ts';
import type { About, Severity } from '../../model/finding.ts';
import { dayOf, days, type Day } from '../../model/time.ts';

const FEWEST_ACCOUNTS = 5;
const MANY_ACCOUNTS = 10;
const LASTS = days(3);
/** A wave's days, and the two weeks it is held against. */
const REMEMBERED = LASTS + days(14);
/** Of a spray over several, so many are named. */
const MOST_ADDRESSES = 30;
/** An exit that so many people use has failures every day. */
const EXIT_REGULARS = 5;

interface Wave {
  /** An address, its block, its network, or a program that many addresses have in common. */
  readonly place: string;
  /** Of strangers, newest first. */
  readonly tries: readonly SignIn[];
  /** Accounts tried there whose owners never signed in from there on an earlier day. */
  readonly strangers: ReadonlySet<string>;
  /** Those of them that got in after all. */
  readonly inside: readonly string[];
  /** From where it came, of a program's. */
  readonly addresses?: readonly string[];
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
    'Only accounts whose owners never signed in from there on an earlier day and did not get in after all; where more people come and go than are refused it is an exit; an exit with regulars needs three times its usual strangers; only wrong passwords, lockouts and unknown users count; a known or managed device is the owner; one program’s tries from many addresses need ten accounts, and three times those of any earlier day.',
  blindTo:
    'Sprays from a place the owners use, sprays that change both network and program every few accounts, and users no record names.',

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

    // who comes from the same network, or with the same program, without having been tried there is somebody else
    const isIn = ({ place, strangers }: Wave): boolean => !isSuccess || place === signIn.address || strangers.has(signIn.actor);
    const wave = [waveWith, firstWaveFrom].map((of) => of(signIn, past)).find((found) => found !== undefined && isIn(found));
    if (wave === undefined) return;
    const inside = isSuccess ? [...new Set([...wave.inside, signIn.actor])] : wave.inside;
    return {
      key: wave.place,
      gathersFor: LASTS,
      severity: isSuccess ? 'high' : severityOf(wave, past),
      surpriseBits: 0,
      says: tell(signIn, wave, inside),
      about: isSuccess ? concerning([signIn]) : placesOnly(signIn, wave),
      because: idsOf([...wave.tries, signIn]),
    };
  },
});

const firstWaveFrom = (signIn: SignIn, past: Past): Wave | undefined =>
  placesOf(signIn)
    .map((place) => waveFrom(place, signIn, past))
    .find((found) => found !== undefined);

/** This one, if it is a guess, and those of the last days in the same way. */
const guessesAt = (way: string, signIn: SignIn, past: Past): readonly SignIn[] =>
  [signIn, ...past.failures(way, LASTS)].filter(isGuess);

/** Tries with the program of this one, each from where the account's owner never signed in from before or since. */
function waveWith(signIn: SignIn, past: Past): Wave | undefined {
  const tool = toolOf(signIn);
  if (tool === undefined) return undefined;
  const all = guessesAt(tool, signIn, past);
  if (all.length < MANY_ACCOUNTS) return undefined;
  const tries = all.filter((guess) => isStrangersTry(guess, signIn, past));
  const strangers = new Set(tries.map(({ actor = '' }) => actor));
  const addresses = [...new Set(tries.map(({ address = '' }) => address))];
  if (strangers.size < Math.max(MANY_ACCOUNTS, 3 * (1 + mostBefore(tool, signIn, past)))) return undefined;
  return addresses.length < 2 ? undefined : { place: tool, tries, strangers, inside: [], addresses };
}

/** Accounts on which passwords were refused with a program on the day they were most, of the two weeks before that. */
function mostBefore(tool: string, signIn: SignIn, past: Past): number {
  const until = dayOf(signIn.at - LASTS);
  return mostInADay(past.failures(tool, REMEMBERED).filter((guess) => isGuess(guess) && dayOf(guess.at) < until));
}

/** How many accounts on the day they were most; none of none. */
function mostInADay(guesses: readonly SignIn[]): number {
  const byDay = new Map<Day, Set<string>>();
  for (const { at, actor = '' } of guesses) slot(byDay, dayOf(at), () => new Set()).add(actor);
  return Math.max(0, ...[...byDay.values()].map((accounts) => accounts.size));
}

/** Nobody's slip: its owner neither came from there on an earlier day nor got in from there after all. */
function isStrangersTry(guess: SignIn, signIn: SignIn, past: Past): boolean {
  const { actor = '', address, at } = guess;
  if (address === undefined || guess.serviceAddress === true || isRegular(actor, address, signIn, past)) return false;
  return (past.visitors(address).get(actor)?.lastAt ?? -Infinity) < at;
}

function waveFrom(place: string, signIn: SignIn, past: Past): Wave | undefined {
  const all = guessesAt(place, signIn, past);
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

  const until = dayOf(signIn.at) - 2;
  const isStrangers = ({ actor = '', at }: SignIn): boolean => dayOf(at) < until && !isRegular(actor, place, signIn, past);
  const most = mostInADay(past.failures(place, REMEMBERED).filter((guess) => isGuess(guess) && isStrangers(guess)));
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
    wave.addresses !== undefined
      ? `one of ${count(wave.addresses.length, 'address')} from which, with one program,`
      : wave.place === signIn.address
        ? 'where'
        : wave.place.startsWith('AS')
          ? `${wave.place}, where`
          : 'in a block where';
  if (signIn.outcome === 'success') return `signed in ${from}, ${where} somebody had been refused ${passwords}, ${strangers}`;
  const after = inside.length === 0 ? '' : `; ${inside.length} of them got in afterwards`;
  return `was refused ${from}, ${where} somebody tried ${passwords}, ${strangers}${after}`;
}

/** Whose passwords were only tried is no party to it: to name them all would tie together whatever befalls any of them. */
function placesOnly(signIn: SignIn, { addresses = [] }: Wave): readonly About[] {
  const own = concerning([signIn]).filter(({ label }) => label === 'IP');
  const others = addresses.filter((address) => address !== signIn.address && !isPrivateAddress(address));
  return [...own, ...others.slice(0, MOST_ADDRESSES).map((key): About => ({ label: 'IP', key, role: 'place' }))];
}
