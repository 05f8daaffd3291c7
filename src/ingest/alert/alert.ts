// What every wrapping of an alert says in the end, made into one event.

import { known } from '../known.ts';
import { orNothing } from '../field.ts';
import type { Field } from '../field.ts';
import type { Account } from '../source.ts';
import type { Alert } from '../../model/event.ts';
import type { Instant } from '../../model/time.ts';
import { entitiesOf } from './entities.ts';
import { headlineOf } from './headline.ts';

/** One wrapping: how it is recognised and read. No two recognise the same record. */
export interface Form {
  recognises(record: Field): boolean;
  read(record: Field): Account;
}

/** What a record says of an alert, in its own words. */
export interface Said {
  readonly record: string | undefined;
  readonly key?: string;
  readonly inner?: object | undefined;
  readonly original: string | undefined;
  readonly name: string;
  readonly product: string;
  readonly severity: string | undefined;
  readonly status: Alert['status'];
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
  readonly at: Instant;
  readonly lastAt: Instant | undefined;
  readonly generatedAt: Instant | undefined;
  readonly count?: number | undefined;
  /** Entities in the products' own shape, as parsed. */
  readonly entities: unknown;
  /** More of what is particular to this case, besides the entities' names. */
  readonly particulars?: readonly (string | undefined)[];
}

export function accountOf(said: Said): Account {
  const { listed, place, names, accounts, particulars } = entitiesOf(said.entities);
  const headline = headlineOf(said.name, [...particulars, ...(said.particulars ?? []).flatMap((it) => it ?? [])]);
  const original = said.original === undefined ? undefined : originalId(said.original);
  return {
    event: {
      kind: 'alert',
      at: said.at,
      lastAt: Math.max(said.at, said.lastAt ?? said.at),
      operation: headline,
      outcome: 'success',
      product: said.product,
      headline,
      severity: severityOf(said.severity),
      status: said.status,
      tactics: said.tactics,
      techniques: said.techniques,
      count: Math.max(1, Math.round(said.count ?? 1)),
      ...known({ original }),
      ...place,
      ...listed,
    },
    ...known({
      record: said.record,
      key: said.key,
      inner: said.inner,
      act: original === undefined ? undefined : `alert:${original}`,
      generatedAt: said.generatedAt,
      accounts: accounts.length === 0 ? undefined : accounts,
    }),
    names,
  };
}

/** The portal puts two letters for the product before the product's own id. */
function originalId(id: string): string {
  const folded = id.toLowerCase();
  return /^[a-z]{2}([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|[0-9a-f]{24})(_\d+)?$/.test(folded)
    ? folded.slice(2)
    : folded;
}

function severityOf(text: string | undefined): Alert['severity'] {
  const folded = text?.toLowerCase();
  if (folded === 'high' || folded === 'critical') return 'high';
  if (folded === 'medium' || folded === 'low') return folded;
  return folded === undefined || /^(info|unspecified|none|unknown)/.test(folded) ? 'informational' : 'low';
}

/** `classification` is an analyst's word and counts for more than where the work on it stands. */
export function statusOf(text: string | undefined, classification?: string): Alert['status'] {
  if (/false|benign|expected/i.test(classification ?? '')) return 'dismissed';
  if (/dismiss|false ?positive|confirmedsafe/i.test(text ?? '')) return 'dismissed';
  return /resolved|closed|remediated/i.test(text ?? '') ? 'resolved' : 'open';
}

/**
 * The first of these that is a time somebody could mean: products write year one where they mean nothing. Demands one;
 * complains of the first that was written.
 */
export function firstInstant(...fields: readonly Field[]): Instant {
  const written = fields.filter((field) => field.maybeText() !== undefined);
  for (const field of written) {
    const at = orNothing(() => field.maybeInstant());
    if (at !== undefined) return at;
  }
  const [first = fields[0]] = written;
  if (first === undefined) throw new Error('no field was asked for a time');
  return first.instant();
}

/** The same, and nothing where there is none. */
export const maybeInstant = (...fields: readonly Field[]): Instant | undefined =>
  fields.map((field) => orNothing(() => field.maybeInstant())).find((at) => at !== undefined);
