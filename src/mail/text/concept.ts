// Every concept the lexicon knows, and all its phrases as one tree.

import { accounts } from './lexicon/accounts.ts';
import { actions } from './lexicon/actions.ts';
import { forms } from './lexicon/forms.ts';
import { honest } from './lexicon/honest.ts';
import { money } from './lexicon/money.ts';
import { offers } from './lexicon/offers.ts';
import { pressure } from './lexicon/pressure.ts';
import { threats } from './lexicon/threats.ts';
import { windfalls } from './lexicon/windfalls.ts';
import type { Entry } from './lexicon/entry.ts';
import { phrasesOf } from './phrases.ts';

export const lexicon = {
  ...threats,
  ...accounts,
  ...money,
  ...pressure,
  ...actions,
  ...offers,
  ...windfalls,
  ...honest,
  ...forms,
};

export type Concept = keyof typeof lexicon;

/** In the order of the lexicon. */
export const concepts = Object.keys(lexicon) as Concept[];

/** What a concept says of a message, as a clause: `threatens to publish something private`. */
export const saysOf = (concept: Concept): string => lexicon[concept].says;

export const phrases = phrasesOf<Concept>(
  concepts.flatMap((concept) => listsOf(lexicon[concept]).map((list) => [concept, list] as const)),
);

/** The phrases of an entry, a list for each language. */
function listsOf(entry: Entry): string[] {
  return Object.entries(entry).flatMap(([name, list]) => (name === 'says' ? [] : [list]));
}
