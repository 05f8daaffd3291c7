// All templates of honest mail, from files by what they are about.

import { accounts } from './accounts.ts';
import { news } from './news.ts';
import { office } from './office.ts';
import { orders } from './orders.ts';
import { payments } from './payments.ts';
import { people } from './people.ts';
import { templatesIn } from './template.ts';
import type { Template } from './template.ts';

export const honestTemplates: readonly Template[] = [accounts, orders, payments, office, news, people].flatMap(templatesIn);
