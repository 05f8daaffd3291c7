// Every suite of quality measurements: `skein evaluate`.

import type { Suite } from './suite.ts';
import { incidents } from './suites/incidents.ts';
import { learn } from './suites/learn.ts';
import { quiet } from './suites/quiet.ts';
import { mail } from './suites/mail.ts';
import { realism } from './suites/realism.ts';
import { stories } from './suites/stories.ts';

export const suites: readonly Suite[] = [stories, quiet, learn, incidents, mail, realism];
