// Whole messages a second from `.eml` files into the graph, beside the driver's own ceiling for the same rows; and how long
// measuring them takes afterwards, which a run does once for each, beside only reading their MIME.
//
// The letters are our own, honest ones of many kinds (bench/mail/honest).

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Sighting } from '../../src/graph/events.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { readRecord } from '../../src/ingest/read.ts';
import { measure } from '../../src/jobs/measuring.ts';
import type { Logger } from '../../src/log.ts';
import type { Event } from '../../src/model/event.ts';
import { messageRecord } from '../../src/tenant/message.ts';
import type { Bench, SpeedPart } from '../bench.ts';
import { honestBytes } from '../mail/honest.ts';
import { honestTemplates } from '../mail/honest/templates.ts';
import { intoGraph } from './into-graph.ts';

const SIZE = 8_000;
const SLICE = 1_000;
/** Letters whose MIME alone is read, for comparison. */
const COMPARED = 1_000;

export const mailIngest: Bench = {
  id: 'mail-ingest',
  title: 'whole messages a second from files into the graph, and measuring them there',
  run(options) {
    const events: Event[] = [];
    return intoGraph(options, {
      ...{ name: 'mail-ingest', called: 'messages', size: SIZE, slice: SLICE },
      async next(count, folder) {
        const path = join(folder, 'letters');
        rmSync(path, { recursive: true, force: true });
        mkdirSync(path, { recursive: true });
        const sightings: Sighting[] = [];
        for (let at = 0; at < count; at += 1) {
          const file = `${at}.eml`;
          const bytes = letter(events.length);
          writeFileSync(join(path, file), bytes);
          const sighting = await sightingOf(bytes, file);
          sightings.push(sighting);
          events.push(sighting.event);
        }
        return { path, sightings };
      },
      after: (graph) => measuring(graph, options.log, events),
    });
  },
};

/** Templates take turns; no two letters are the same. */
function letter(at: number): Buffer {
  const template = honestTemplates[at % honestTemplates.length];
  if (template === undefined) throw new Error('there are no letters');
  return honestBytes(template, `bench/mail-ingest/${at}`);
}

async function sightingOf(bytes: Uint8Array, file: string): Promise<Sighting> {
  const where = { file, line: 1 };
  const mail = await messageRecord(bytes);
  if (!('record' in mail)) throw new Error(`our own letter is none: ${mail.why}`);
  const read = readRecord(mail.record, where);
  if ('reject' in read) throw new Error(`our own letter cannot be read: ${read.reject.why}`);
  return { ...read.reading, ...where };
}

async function measuring(graph: Graph, log: Logger, events: readonly Event[]): Promise<SpeedPart> {
  const begun = performance.now();
  await measure({ graph, log }, events, new Set());
  const each = (performance.now() - begun) / events.length;
  const compared = Math.min(COMPARED, events.length);
  const alone = await parsing(compared);
  const ratio = alone / each;
  return {
    ...{ messages: events.length, millisecondsEach: each, ratio },
    says: [
      `measuring them: ${each.toFixed(1)} ms each with reading and keeping, ${ratio.toFixed(2)} of the speed of only reading the MIME (of ${compared})`,
    ],
  };
}

/** Milliseconds a letter. */
async function parsing(count: number): Promise<number> {
  const letters = Array.from({ length: count }, (_, at) => letter(at));
  const begun = performance.now();
  for (const bytes of letters) await new PostalMime().parse(bytes);
  return (performance.now() - begun) / count;
}
