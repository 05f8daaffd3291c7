// One person, many names: which names are one identity, and by which of them it goes.
//
// Records say "these names are one person"; sets that share a name are one identity. The answer depends on what was
// said, never on the order it was said in.

import { byRank, kindOfName } from './name.ts';
import type { Event, EventOf } from '../model/event.ts';

/** One account has a few sign-in names over its life; what joins more is a placeholder, a shared key or a broken export. */
const MOST_UPNS = 8;

/** Every name with the id of its identity: its smallest sign-in name, else the best there is. */
export function resolve(sets: Iterable<readonly string[]>): Map<string, string> {
  const said = [...sets].map((names) => [...new Set(names)]).filter((names) => upnsOf(names).length <= MOST_UPNS);
  const hubs = hubsIn(said);

  const parents = new Map<string, string>();
  for (const names of said) {
    for (const name of names) if (!parents.has(name)) parents.set(name, name);
    const [first, ...others] = names.filter((name) => !hubs.has(name));
    if (first !== undefined) for (const other of others) join(parents, first, other);
  }

  return new Map([...parents.keys()].sort().map((name) => [name, rootOf(parents, name)]));
}

/** Names become identities: whoever the actor, the target and the others named by the act turned out to be. */
export function identified(event: Event, whose: ReadonlyMap<string, string>): Event {
  const known = (name: string): string => whose.get(name) ?? name;
  const actor = event.actor === undefined ? {} : { actor: known(event.actor) };
  const whom = 'target' in event ? event.target : undefined;
  const target = whom === undefined ? {} : { target: known(whom) };
  const grantee = event.kind === 'delegation' ? { grantee: known(event.grantee) } : {};
  const people = event.kind === 'alert' ? { people: peopleIn(event, whose) } : {};
  return { ...event, ...actor, ...target, ...grantee, ...people };
}

/** Whoever an alert names, and whose mailbox it names: a shared mailbox's address is nobody's name. */
function peopleIn(event: EventOf<'alert'>, whose: ReadonlyMap<string, string>): string[] {
  const owners = event.mailboxes.flatMap((mailbox) => whose.get(mailbox) ?? []);
  return [...new Set([...event.people.map((name) => whose.get(name) ?? name), ...owners])].sort();
}

const upnsOf = (names: readonly string[]): string[] => names.filter((name) => kindOfName(name) === 'upn');

/** Names that would tie more sign-in names together than any person has. They stay alone. */
function hubsIn(said: readonly (readonly string[])[]): ReadonlySet<string> {
  const seenWith = new Map<string, Set<string>>();
  for (const names of said) {
    const upns = upnsOf(names);
    for (const name of names) {
      if (kindOfName(name) === 'upn') continue;
      const beside = seenWith.get(name) ?? new Set();
      seenWith.set(name, beside);
      for (const upn of upns) beside.add(upn);
    }
  }
  return new Set([...seenWith].filter(([, upns]) => upns.size > MOST_UPNS).map(([name]) => name));
}

/** The better name is always the root, so that the root is the identity's id whatever came first. */
function join(parents: Map<string, string>, a: string, b: string): void {
  const roots = [rootOf(parents, a), rootOf(parents, b)].sort(byRank);
  const [best, other] = roots as [string, string];
  parents.set(other, best);
}

function rootOf(parents: Map<string, string>, name: string): string {
  let root = name;
  for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next;

  // Shortens the way for the next one who asks.
  for (let step = name; step !== root;) {
    const next = parents.get(step) ?? root;
    parents.set(step, root);
    step = next;
  }
  return root;
}
