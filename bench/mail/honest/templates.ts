// All templates of honest mail, from files by what they are about, and which of them are learnt from.

import { createHash } from 'node:crypto';
import { accounts } from './accounts.ts';
import { circle } from './circle.ts';
import { house } from './house.ts';
import { news } from './news.ts';
import { office } from './office.ts';
import { orders } from './orders.ts';
import { payments } from './payments.ts';
import { people } from './people.ts';
import { services } from './services.ts';
import { templatesIn } from './template.ts';
import type { Template } from './template.ts';
import { trade } from './trade.ts';

export type Part = 'choosing' | 'reported';

/** Of the first ones half are learnt from, drawn by name: the other half is of kinds that are learnt from as well. */
export const firstTemplates: readonly Template[] = [accounts, orders, payments, office, news, people].flatMap(templatesIn);
/** Of the later ones two thirds, drawn by kind: the rest is of kinds that nothing was learnt from. */
export const laterTemplates: readonly Template[] = [services, trade, house, circle].flatMap(templatesIn);
export const honestTemplates: readonly Template[] = [...firstTemplates, ...laterTemplates];

const isLater = new Set(laterTemplates.map(({ name }) => name));

/** What is not learnt from is reported on. */
export function partOf({ name, kind }: Template): Part {
  const isReported = isLater.has(name) ? drawn(kind) % 3 === 0 : drawn(name) % 2 === 1;
  return isReported ? 'reported' : 'choosing';
}

const drawn = (name: string): number => createHash('sha256').update(name).digest().readUInt32BE(0);
