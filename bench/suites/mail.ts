// How well mail is read, checked, measured and scored.

import * as campaigns from '../mail/campaigns.ts';
import * as recall from '../mail/recall.ts';
import * as standards from '../mail/standards.ts';
import * as words from '../mail/words.ts';
import { figuresOf } from '../suite.ts';
import type { Suite } from '../suite.ts';

export const mail: Suite = {
  id: 'mail',
  title: 'Mail: read by its standards, measured, scored',
  usual: { seeds: 1, people: 0, days: 0 },
  run: (options) => figuresOf([standards, words, recall, campaigns], options),
};
