// Fits anew what mail is judged by, where the recorded mail is at hand, and writes down what came out.

import { areCorporaThere } from '../../bench/mail/corpora.ts';
import { writeHarm } from '../../bench/mail/train-harm.ts';
import { trainInducements, writeInducements } from '../../bench/mail/train-inducement.ts';

/** The recorded mail is not there; the message says where it has to be. */
export class MissingDataError extends Error {}

export interface Trained {
  readonly file: string;
  readonly says: string;
}

export async function trainMail(progress: (done: number, of: number) => void): Promise<readonly Trained[]> {
  if (!areCorporaThere())
    throw new MissingDataError('the score is fitted on recorded mail, and ../shared/data beside the repository does not hold it');
  const inducements = await trainInducements();
  return [writeInducements(inducements), await writeHarm(inducements, progress)];
}
