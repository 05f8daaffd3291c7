// Times in which what a detection finds makes no incident, as people set them; each word with its audit entry.

import type { Mute } from '../model/handling.ts';
import { rfc3339 } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import { mute, unmute } from '../respond/mutes.ts';
import { append } from './audit.ts';
import { tick } from './changes.ts';
import type { Graph, Transaction } from './graph.ts';
import type { Word } from './incidents.ts';
import { queries } from './queries.gen.ts';

/** Of all detections together, past ones among them: they count for as long as their records are judged. */
export const MOST_MUTES = 1_000;

/** In the order they were said. */
export const all = async (on: Transaction): Promise<readonly Mute[]> => on.run(queries.mutes.all, { limit: MOST_MUTES });

/** Keeps a mute, unless another holds all of it. Undefined when there are too many already. */
export async function add(graph: Graph, wanted: Omit<Mute, 'id'>): Promise<Mute | undefined> {
  return graph.together(async (tx) => {
    await tick(tx);
    const standing = await all(tx);
    const kept = mute(standing, wanted);
    if (standing.includes(kept)) return kept;
    if (standing.length >= MOST_MUTES) return undefined;
    await tx.run(queries.mutes.save, { rows: [rowOf(kept)] });
    const { by, at, from, until, reason } = kept;
    await append(tx, {
      ...{ at, who: by, what: 'detection muted', target: targetOf(kept.detection) },
      details: `from ${rfc3339(from)} until ${rfc3339(until)}: ${reason}`,
    });
    return kept;
  });
}

/** Lets a detection count again from a moment of event time on. */
export async function end(graph: Graph, detection: string, from: Instant, { by, at }: Word, reason = ''): Promise<void> {
  await graph.together(async (tx) => {
    await tick(tx);
    const { cut, gone } = unmute(await all(tx), detection, from);
    if (cut.length + gone.length === 0) return;
    await tx.run(queries.mutes.save, { rows: cut.map(rowOf) });
    await tx.run(queries.mutes.forget, { ids: gone.map(({ id }) => id) });
    await append(tx, {
      ...{ at, who: by, what: 'detection unmuted', target: targetOf(detection) },
      details: `from ${rfc3339(from)} on${reason === '' ? '' : `: ${reason}`}`,
    });
  });
}

const rowOf = ({ id, ...fields }: Mute) => ({ id, fields });
const targetOf = (detection: string): string => `Detection ${detection}`;
