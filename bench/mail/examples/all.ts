// All templates there are, and how many texts each makes.

import { extortion } from './extortion.ts';
import { lures } from './lures.ts';
import { money } from './money.ts';
import { people } from './people.ts';
import type { Template } from './template.ts';
import { windfalls } from './windfalls.ts';

export const templates: readonly Template[] = [...extortion, ...money, ...lures, ...people, ...windfalls];

/** Of one template: enough that its choices are met, few enough that it does not count as evidence by itself. */
export const TIMES = 12;
