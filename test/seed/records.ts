// The default tenant's records, made once for every test that looks at them.

import { seedTenant, type SeedOptions } from '../../seed/seed.ts';
import type { SeedRecord } from '../../seed/record.ts';

export type Fields = Readonly<Record<string, unknown>>;

export const options: SeedOptions = { seed: 'harbourline' };

const started = process.cpuUsage();
export const records: readonly SeedRecord[] = [...seedTenant(options)];
/** Processor time, so that a busy machine does not fail the test. */
export const milliseconds = process.cpuUsage(started).user / 1000;

export const fieldsOf = ({ record }: SeedRecord): Fields => record as Fields;
export const from = (source: SeedRecord['source']): SeedRecord[] => records.filter((record) => record.source === source);
export const operation = (record: SeedRecord): string => {
  const name = fieldsOf(record)['Operation'];
  return typeof name === 'string' ? name : '';
};
export const done = (...names: string[]): SeedRecord[] => records.filter((record) => names.includes(operation(record)));

export const utcDate = ({ at }: SeedRecord): string => new Date(at).toISOString().slice(0, 10);

/** The truth of one story, or of one of its steps. */
export const told = (programme: string, step?: string): SeedRecord[] =>
  records.filter(({ truth }) => truth?.programme === programme && (step === undefined || truth.step === step));

export const takeover = 'low-and-slow-mfa-takeover';
export const phoneSwap = 'phone-swap-shared-mailboxes';
