// What a measurement of speed is: figures beside a limit that was measured in the same run.

import type { Logger } from '../src/log.ts';

export interface BenchOptions {
  /** A folder of its own; what a bench needs, it makes there. */
  readonly home: string;
  readonly log: Logger;
  /** How much to do; what that counts is the bench's own. */
  readonly size?: number;
  readonly progress: (done: number, of: number) => void;
}

export interface Measured {
  readonly name: string;
  /** In words, a figure a line, the ratio first. */
  readonly says: readonly string[];
  readonly [figure: string]: unknown;
}

/** One of several measurements that are reported together. */
export interface SpeedPart {
  readonly says: readonly string[];
  readonly [figure: string]: unknown;
}

export interface Bench {
  readonly id: string;
  readonly title: string;
  run(options: BenchOptions): Promise<Measured>;
}
