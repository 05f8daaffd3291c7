// The mail there is, measured: what was not measured yet, or otherwise than it would be now, is read again and kept.

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { MailOptions } from '../detect/mails.ts';
import type { Graph } from '../graph/graph.ts';
import * as mails from '../graph/mails.ts';
import type { Logger } from '../log.ts';
import { isOf, measurementOf, packed, unpacked, versionFor } from '../mail/measure.ts';
import type { Event } from '../model/event.ts';

/** Messages read at once: a quarter of a MiB each at the most. */
const AT_ONCE = 100;

/**
 * What was measured of each message, by the id of the event that is its record. Kept deflated, a kilobyte or two each, and
 * read when it is asked for.
 */
export interface Shelf extends Pick<MailOptions, 'mailOf' | 'isLetter'> {
  /** A packed measurement; one of another version is left out. */
  readonly put: (event: string, measured: string) => void;
}

export function shelfOf(version: string): Shelf {
  const texts = new Map<string, Buffer>();
  return {
    put: (id, measured) => {
      if (isOf(measured, version)) texts.set(id, deflateRawSync(measured));
    },
    isLetter: (id) => texts.has(id),
    mailOf: (id) => {
      const text = texts.get(id);
      return text === undefined ? undefined : unpacked(inflateRawSync(text).toString(), version);
    },
  };
}

/** Whether it is the record of a message itself, and not a row of its trace. */
export const isLetter = ({ kind, operation }: Event): boolean => kind === 'mail' && operation === 'Message';

/** All messages there are. */
export async function measure(
  { graph, log }: { readonly graph: Graph; readonly log: Logger },
  events: readonly Event[],
  authservIds: ReadonlySet<string>,
): Promise<Shelf> {
  const shelf = shelfOf(versionFor(authservIds));
  const letters = events.filter(isLetter).map(({ id }) => id);
  for await (const { id, measured } of mails.measured(graph, letters)) shelf.put(id, measured);
  const missing = letters.filter((id) => !shelf.isLetter(id));
  for (let start = 0; start < missing.length; start += AT_ONCE) {
    const found = await mails.letters(graph, missing.slice(start, start + AT_ONCE));
    const rows = [...found].map(([id, { hash, raw }]) => ({ id, hash, measured: packed(measurementOf(raw, { authservIds })) }));
    await mails.saveMeasured(graph, rows);
    for (const { id, measured } of rows) shelf.put(id, measured);
  }
  if (missing.length > 0) {
    const kept = letters.filter(shelf.isLetter).length;
    log.info({ messages: missing.length, kept }, 'messages measured');
  }
  return shelf;
}
