// Whom others pretend to be: everybody who has an address of the organisation's own, and who of them matters most.
//
// Names stand nowhere in the records; an address such as `ana.abel@` gives one away. Who has power over the tenant is told by
// changes of directory roles. Titles are in none of the records: executives and people who pay are named by the operator.

import type { RoleChange } from '../model/event.ts';
import type { Protected } from './history.ts';
import { isHomeAddress } from './home.ts';

export interface Sources {
  readonly homeDomains: ReadonlySet<string>;
  /** Addresses and sign-in names, whoever they belong to. */
  readonly addresses: Iterable<string>;
  /** In the order they happened. */
  readonly roles: Iterable<Pick<RoleChange, 'change' | 'role' | 'target'>>;
  /** Whom the operator names. */
  readonly named?: readonly Protected[];
}

const MOST_PEOPLE = 20_000;

/** Those the operator names first, then by address; at most 20,000. */
export function protectedOf({ homeDomains, addresses, roles, named = [] }: Sources): readonly Protected[] {
  const powerful = powerfulOf(roles);
  const own = [...new Set([...addresses].map((it) => it.toLowerCase()))].filter((it) => isHomeAddress(homeDomains, it)).sort();
  const spokenFor = new Set(named.flatMap((one) => one.addresses));
  const told = own
    .filter((address) => !spokenFor.has(address))
    .flatMap((address) => {
      const name = nameIn(address);
      return name === undefined ? [] : [{ name, addresses: [address], isVip: powerful.has(address) }];
    });
  return [...named, ...told].slice(0, MOST_PEOPLE);
}

/** `ana.abel@contoso.test` → `ana abel`; undefined where the address is no two words. */
export function nameIn(address: string): string | undefined {
  const words = address.slice(0, Math.max(0, address.lastIndexOf('@'))).split(/[._-]/);
  const isName = words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{L}{1,30}$/u.test(word));
  return isName && words.filter((word) => word.length > 1).length >= 2 && !words.some((word) => NOBODY.has(word))
    ? words.join(' ')
    : undefined;
}

/** Words of addresses that are no person's. */
const NOBODY = new Set(
  'no reply noreply admin service services support info help desk team room meeting mailbox office sales news all test'.split(
    ' ',
  ),
);

const POWERFUL =
  /admin|partner tier|62e90394-69f5-4237-9190-012177145e10|e8611ab8-c189-46e8-94e1-60213ab1f814|7be44c8a-adaf-4e2a-84d6-ab2649e08a13/i;

/** Who has a role over others at the end; one that is only eligible has none yet. */
function powerfulOf(roles: Sources['roles']): ReadonlySet<string> {
  const held = new Map<string, Set<string>>();
  for (const { change, role, target } of roles) {
    if (!POWERFUL.test(role) || change === 'eligible') continue;
    const who = target.toLowerCase();
    const own = held.get(who) ?? new Set<string>();
    held.set(who, own);
    if (change === 'removed') own.delete(role);
    else own.add(role);
  }
  return new Set([...held].filter(([, own]) => own.size > 0).map(([who]) => who));
}
