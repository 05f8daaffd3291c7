// A record that is made when somebody asks for it. Whoever calls has drawn
// everything already: made twice, it is the same twice.

import type { Instant } from '../../src/model/time.ts';
import type { SeedRecord, SourceId } from '../record.ts';

interface Of {
  readonly source: SourceId;
  readonly at: Instant;
  readonly id: string;
  readonly feed?: string;
  readonly writtenAt?: Instant;
}

class Lazy implements SeedRecord {
  readonly source: SourceId;
  readonly at: Instant;
  readonly id: string;
  declare readonly feed?: string;
  declare readonly writtenAt?: Instant;
  readonly #make: () => object | string;

  constructor(of: Of, make: () => object | string) {
    this.source = of.source;
    this.at = of.at;
    this.id = of.id;
    if (of.feed !== undefined) this.feed = of.feed;
    if (of.writtenAt !== undefined) this.writtenAt = of.writtenAt;
    this.#make = make;
  }

  get record(): object | string {
    return this.#make();
  }
}

/** Not to be spread: a copy would lose what makes it. `labelled` knows how. */
export const lazily = (of: Of, make: () => object | string): SeedRecord => new Lazy(of, make);
