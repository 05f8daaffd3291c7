// What a source is: how one kind of record is recognised, and how it is read.

import type { Field } from './field.ts';
import type { EventOf, Kind } from '../model/event.ts';
import type { Instant } from '../model/time.ts';

/** Where a record stands: FILE relative to the ingested folder, LINE counted from one. */
export interface Where {
  readonly file: string;
  readonly line: number;
}

/** A record that could not be read, and why. */
export interface Reject extends Where {
  readonly path?: string;
  readonly why: string;
  /** The text it was, or the beginning of it, where there is one. */
  readonly raw?: string;
}

type Without<E, K extends PropertyKey> = E extends unknown ? Omit<E, K> : never;

/** An event as its record tells it, before it is given its place among the others. */
export type Told<K extends Kind = Kind> = Without<EventOf<K>, 'id' | 'source' | 'record' | 'act'>;

export interface Account {
  readonly event: Told;
  /** The id the source gave, when it gives one. */
  readonly record?: string;
  /** What tells the event from others of this source, where that id alone does not: trace rows of one message. */
  readonly key?: string;
  /** The record inside its wrapping, where there is one: two wrappings of one record are then one event with one content. */
  readonly inner?: object;
  /** What the records of one act share; left out, the event stands alone. */
  readonly act?: string;
  /** Sets of names the record says are one person's. */
  readonly names: readonly (readonly string[])[];
  /** Sets of names of one account that may be nobody's, as a shared mailbox's is: they make nobody, and unite who is known. */
  readonly accounts?: readonly (readonly string[])[];
  /** When the record was written, where that is told beside when it happened; of two with one id the later counts. */
  readonly generatedAt?: Instant;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  /** Whether a record is this source's, by its content alone. At most one source recognises a record. */
  recognises(record: Field): boolean;
  /** Throws FieldError when the record is malformed. */
  read(record: Field, where: Where): Account;
}

export const source = (it: Source): Source => it;
