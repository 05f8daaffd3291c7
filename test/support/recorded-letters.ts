// Recorded letters, phishing and honest ones, as far as the data sets are there: some of each, spread over all of them.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, unpacked } from '../../bench/archive.ts';
import { DATA } from '../../bench/realism/recorded.ts';
import { root } from '../../src/graph/local/java.ts';
import type { RawMessage } from '../../src/ingest/message-record.ts';
import { messageRecord } from '../../src/tenant/message.ts';

const SETS = ['phishing-pot/dev/dev_2019-2024.tar.zst', 'spamassassin/spamassassin-public-corpus.tar.zst'];

/** None, with a line that says so, where the sets are not there. */
export async function recordedLetters(ofEach: number): Promise<readonly RawMessage[]> {
  const found: RawMessage[] = [];
  for (const set of SETS) {
    const path = join(root, DATA, set);
    if (!existsSync(path)) {
      process.stderr.write(`no ${set} in ${DATA}: nothing recorded is looked at\n`);
      continue;
    }
    const files = [...filesIn(unpacked(path))];
    const step = Math.max(1, Math.floor(files.length / ofEach));
    for (const { bytes } of files.filter((_, index) => index % step === 0).slice(0, ofEach)) {
      const read = await messageRecord(bytes);
      if ('record' in read) found.push(read.record.rfc822);
    }
  }
  return found;
}
