// A graph that takes no more statements once it is told to stop, so that long work ends at its next step wherever it is.

import type { Graph, Transaction } from './graph.ts';

/** The process is stopping; what was about to be read or written was not. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** The same graph until the signal; a transaction that has begun by then is undone. */
export function until(signal: AbortSignal, graph: Graph): Graph {
  const refuse = (): void => {
    if (signal.aborted) throw new StoppedError('Skein stops; the next run goes on');
  };
  const refusing = (tx: Transaction): Transaction => ({
    async run(query, params) {
      refuse();
      return tx.run(query, params);
    },
  });
  return {
    ...refusing(graph),
    together: (work) =>
      graph.together(async (tx) => {
        refuse();
        return work(refusing(tx));
      }),
    reading: (work) => graph.reading((tx) => work(refusing(tx))),
    close: () => graph.close(),
  };
}
