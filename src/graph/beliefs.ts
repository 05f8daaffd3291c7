// What was believed of incidents when, and the numbers of their findings: written down where incidents are written, in
// the same transaction; read by people alone. A chronicle follows a story through its ids: where an incident goes on under
// another one it goes along, and at any time one incident at most has it. The rules are in respond/.

import { slot } from '../learn/slot.ts';
import type { Belief, Numbering, Outlook, Turn } from '../model/belief.ts';
import type { Verdict } from '../model/handling.ts';
import type { Band, Incident, IncidentStatus } from '../model/incident.ts';
import type { Instant } from '../model/time.ts';
import { folded, isNews, middleOf, nothing, turnOf } from '../respond/beliefs.ts';
import { inherited, numbered } from '../respond/numbering.ts';
import type { Graph, Transaction } from './graph.ts';
import { queries } from './queries.gen.ts';

/** Of incidents that changed, one that merged, split or got another id: which ended in it, or else from which it parted. */
export interface Descent {
  readonly incident: Incident;
  readonly ended: readonly string[];
  readonly parted: readonly string[];
}

/** An incident that is about to be written, and what it goes on from. */
export interface Life {
  readonly incident: Incident;
  readonly numbers: Numbering;
  readonly turn: Turn;
  /** Whose chronicle it continues: its own, or that of the one that goes on as this one. */
  readonly chronicle: Stood | undefined;
  /** The same, if it stood until now. */
  readonly before: Stood | undefined;
  /** People's word on it may have come over it from others. */
  readonly isHandedOver: boolean;
}

export interface Lives {
  readonly going: readonly Life[];
  /** Those that end, and whose chronicle ends with them. */
  readonly ending: readonly Stood[];
}

interface Stood extends Outlook {
  readonly findings: readonly string[];
  readonly numbers: Numbering;
  readonly stands: boolean;
  /** Its chronicle, and the place of the newest entry there. */
  readonly line?: string;
  readonly sequence: number;
}

/** What those that change or end go on from. To be asked before any of them is written. */
export async function lives(
  tx: Transaction,
  changed: readonly Incident[],
  retired: readonly string[],
  descents: readonly Descent[],
): Promise<Lives> {
  const stood = await stoodBefore(tx, [...changed.map(({ id }) => id), ...retired]);
  const descentOf = new Map(descents.map((descent) => [descent.incident.id, descent]));
  const partedFrom = new Map<string, string[]>();
  for (const { incident, parted } of descents) for (const id of parted) slot(partedFrom, id, () => []).push(incident.id);

  const going = changed.map((incident): Life => {
    const { id, findings } = incident;
    const own = stood.get(id);
    const descent = descentOf.get(id);
    const ended = (descent?.ended ?? []).flatMap((it) => stood.get(it) ?? []);
    const forebear = own?.stands === true ? undefined : nearest(findings, ended);
    const chronicle = [own, forebear].find((it) => it?.line !== undefined);
    const before = chronicle?.stands === true ? chronicle : undefined;
    return {
      ...{ incident, before, chronicle },
      numbers: numbered(findings, inherited(own?.numbers ?? new Map(), forebear?.numbers ?? new Map())),
      turn: {
        ...turnOf(before?.findings ?? [], findings),
        merged: (descent?.ended ?? []).filter((it) => it !== before?.incident),
        parted: [...(partedFrom.get(id) ?? [])].sort(),
        cameOf: descent?.parted ?? [],
      },
      isHandedOver: descent !== undefined || (own !== undefined && before === undefined),
    };
  });
  const handedOn = new Set(going.map(({ chronicle }) => chronicle?.incident));
  return { going, ending: retired.flatMap((id) => stood.get(id) ?? []).filter(({ incident }) => !handedOn.has(incident)) };
}

/** The one that shares most findings; of equals the first by id. */
function nearest(findings: readonly string[], former: readonly Stood[]): Stood | undefined {
  const own = new Set(findings);
  const shared = (it: Stood): number => it.findings.filter((id) => own.has(id)).length;
  return former
    .map((it) => [it, shared(it)] as const)
    .sort(([a, m], [b, n]) => n - m || (a.incident < b.incident ? -1 : 1))[0]?.[0];
}

/** The numbers of an incident's findings, as they are kept on it. */
export const numberFields = (numbers: Numbering) => ({ numbered: [...numbers.keys()], numbers: [...numbers.values()] });

/** Writes down what is believed from a moment on, where that is news. To be said after all else was written. */
export async function keep(tx: Transaction, { going, ending }: Lives, at: Instant): Promise<void> {
  const asked = going.filter(({ isHandedOver }) => isHandedOver).map(({ incident: { id } }) => id);
  const rows = asked.length === 0 ? [] : await tx.run(queries.beliefs.handlings, { ids: asked });
  const handed = new Map(rows.map((row) => [row.incident, row]));
  const entries = going.flatMap(({ incident, before, chronicle, turn }): Entry[] => {
    const { id, title, score, escalation } = incident;
    const { status, verdict } = handed.get(id) ?? before ?? { status: 'open' };
    const outlook = { incident: id, title, score, probability: escalation.probability, band: escalation.band };
    const now = outlookOf({ ...outlook, status, verdict: verdict ?? null });
    if (before !== undefined && !isNews(before, now, turn)) return [];
    return [entryOf(chronicle, now, turn, at)];
  });
  const ends = ending.map((it) => ({ ...entryOf(it, it, { ...nothing, removed: it.findings }, at), ended: true }));
  const passed = going.flatMap(({ incident, chronicle }) =>
    chronicle === undefined || chronicle.incident === incident.id ? [] : [chronicle.incident],
  );
  if (passed.length > 0) await tx.run(queries.beliefs.handOn, { ids: passed });
  await write(tx, [...entries, ...ends]);
}

/** Writes down how people left an incident just now. */
export async function keepHandling(tx: Transaction, id: string, at: Instant): Promise<void> {
  const now = (await stoodBefore(tx, [id])).get(id);
  if (now === undefined) return;
  const added = now.line === undefined ? now.findings : [];
  await write(tx, [entryOf(now, now, { ...nothing, added }, at)]);
}

/** The chronicles of some incidents, in order, by incident. */
export async function chronicles(graph: Graph, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Belief[]>> {
  const found = new Map<string, Belief[]>(ids.map((id) => [id, []]));
  for (const { of, ...row } of await graph.run(queries.beliefs.ofIncidents, { ids })) found.get(of)?.push(beliefOf(row));
  return found;
}

/** The numbers of all findings that some incidents hold or ever held, by incident. */
export async function numbers(graph: Graph, ids: readonly string[]): Promise<ReadonlyMap<string, Numbering>> {
  const rows = await graph.run(queries.beliefs.numbers, { ids });
  return new Map(rows.map((row) => [row.incident, numberingOf(row.numbered, row.numbers)]));
}

/** The number of each of some findings in the incident that holds it. */
export async function labels(graph: Graph, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await graph.run(queries.beliefs.labels, { ids })).map(({ finding, label }) => [finding, label]));
}

interface Entry extends Belief {
  readonly line: string;
}

/** The next entry of a chronicle, or the first of a new one. */
const entryOf = (
  chronicle: { readonly line?: string; readonly sequence: number } | undefined,
  { incident, title, score, probability, band, status, verdict }: Outlook,
  turn: Turn,
  at: Instant,
): Entry => ({
  line: chronicle?.line ?? `${incident}@${at}`,
  sequence: (chronicle?.sequence ?? 0) + 1,
  ...{ at, incident, title, score, probability, band, status, ...(verdict === undefined ? {} : { verdict }) },
  ...turn,
  ended: false,
});

async function write(tx: Transaction, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.run(queries.beliefs.save, {
    rows: entries.map(({ line, sequence, incident, ...said }) => ({
      ...{ id: `${line}/${sequence}`, incident, line, sequence },
      fields: Object.fromEntries(Object.entries(said).filter(([, value]) => !saysNothing(value))),
    })),
  });
  for (const { line, sequence } of entries) await shorten(tx, line, sequence);
}

// Most entries have little to say: of ten thousand at once each property that is left out counts.
const saysNothing = (value: unknown): boolean => value === false || (Array.isArray(value) && value.length === 0);

async function shorten(tx: Transaction, line: string, newest: number): Promise<void> {
  const middle = middleOf(newest);
  if (middle === undefined) return;
  const rows = await tx.run(queries.beliefs.middle, { line, ...middle });
  const [first, ...more] = rows.map(beliefOf);
  const last = rows.at(-1);
  if (first === undefined || last === undefined || more.length === 0) return;
  const { added, removed, merged, parted, cameOf } = folded([first, ...more]);
  await tx.run(queries.beliefs.fold, {
    id: last.id,
    fields: { added, removed, merged, parted, cameOf },
    gone: rows.slice(0, -1).map(({ id }) => id),
  });
}

async function stoodBefore(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Stood>> {
  const rows = await tx.run(queries.beliefs.stood, { ids });
  return new Map(
    rows.map(({ line, sequence, numbered, numbers, findings, ...row }) => [
      row.incident,
      {
        ...outlookOf(row),
        ...(line === null ? {} : { line }),
        ...{ findings, sequence: sequence ?? 0, stands: row.status !== 'merged' },
        numbers: numberingOf(numbered ?? [], numbers ?? []),
      },
    ]),
  );
}

const numberingOf = (findings: readonly string[], numbers: readonly string[]): Numbering =>
  new Map(findings.map((id, place) => [id, numbers[place] ?? '']));

type Row = Omit<Outlook, 'band' | 'status' | 'verdict'> & {
  readonly band: string;
  readonly status: string;
  readonly verdict: string | null;
};

// The words were written from an Outlook and by nothing else.
const outlookOf = ({ incident, title, score, probability, band, status, verdict }: Row): Outlook => ({
  ...{ incident, title, score, probability, band: band as Band, status: status as IncidentStatus },
  ...(verdict === null ? {} : { verdict: verdict as Verdict }),
});

const beliefOf = (row: Row & Omit<Belief, keyof Outlook>): Belief => {
  const { at, sequence, ended, added, removed, merged, parted, cameOf } = row;
  return { ...outlookOf(row), at, sequence, ended, added, removed, merged, parted, cameOf };
};
