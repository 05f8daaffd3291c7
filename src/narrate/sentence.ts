// A sentence rests on evidence or does not exist.

import type { Narrative, Sentence } from '../model/incident.ts';

/** More ids than this help nobody read; the finding names the rest. */
const MOST_CITES = 60;

/** The only maker of sentences: without at least one id of a finding or event it throws, a fault of the program. */
export function sentence(text: string, cites: readonly (string | undefined)[]): Sentence {
  const ids = [...new Set(cites.filter((id) => id !== undefined))];
  if (ids.length === 0) throw new Error(`narrate: a sentence cites no evidence: ${text}`);
  if (text.trim() === '') throw new Error(`narrate: an empty sentence cites ${ids[0] ?? ''}`);
  return { text, cites: ids.slice(0, MOST_CITES) };
}

/** Every sentence of a narrative. */
export const sentencesOf = (narrative: Narrative): readonly Sentence[] => [
  narrative.headline,
  ...narrative.story,
  ...narrative.timeline.map((beat) => beat.sentence),
  ...narrative.hypotheses.flatMap((hypothesis) => [...hypothesis.evidenceFor, ...hypothesis.evidenceAgainst]),
  ...narrative.unknowns,
];

/** What is wrong with a narrative's evidence; empty when every sentence cites ids that exist. */
export function check(narrative: Narrative, ids: ReadonlySet<string>): readonly string[] {
  return sentencesOf(narrative).flatMap(({ text, cites }) => {
    if (cites.length === 0) return [`cites nothing: ${text}`];
    return cites.filter((id) => !ids.has(id)).map((id) => `cites ${id}, which does not exist: ${text}`);
  });
}
