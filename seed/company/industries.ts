// Every line of business the simulator knows, by name.

import type { Industry, IndustryId } from './industry.ts';
import { bank } from './industries/bank.ts';
import { hospital } from './industries/hospital.ts';
import { law } from './industries/law.ts';
import { manufacturing } from './industries/manufacturing.ts';
import { port } from './industries/port.ts';
import { retail } from './industries/retail.ts';
import { software } from './industries/software.ts';
import { university } from './industries/university.ts';

export const industries: Readonly<Record<IndustryId, Industry>> = {
  port,
  manufacturing,
  law,
  hospital,
  university,
  retail,
  software,
  bank,
};

export const industryIds = Object.keys(industries) as IndustryId[];
