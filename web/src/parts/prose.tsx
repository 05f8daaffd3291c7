// Sentences of ours with names from outside in them: the names stand out, and are shortened to what a person would say.

import { Chip, useLights } from './lit.tsx';
import { Quote, Visible } from './ui.tsx';
import type { Finding } from '../api/types.ts';
import { defanged } from '../lib/quote.ts';
import type { WithNumber } from '../lib/numbers.ts';
import { pieces } from '../lib/prose.ts';

/** Our sentences may be long; what is quoted in them was cut before. */
const longest = 4_000;

export function Prose({ text, people }: { readonly text: string; readonly people: readonly string[] }) {
  return (
    <>
      {pieces(defanged(text), people).map(({ kind, text: piece }, index) =>
        kind === 'name' ? (
          <b key={index}>
            <Quote text={piece} />
          </b>
        ) : (
          <Visible key={index} text={piece} most={longest} />
        ),
      )}
    </>
  );
}

interface CitingProps {
  readonly text: string;
  readonly findings: readonly WithNumber<Finding>[];
  readonly people: readonly string[];
  readonly calm: boolean;
  /** More chips than this become a count. */
  readonly most?: number;
}

/** A sentence, and the numbers of the findings it rests on. */
export function Citing({ text, findings, people, calm, most = 4 }: CitingProps) {
  const lights = useLights(findings.map(({ number }) => number));
  return (
    <span className="citing" {...lights}>
      <Prose text={text} people={people} />{' '}
      <span className="chips">
        {findings.slice(0, most).map(({ number, says }) => (
          <Chip key={number} number={number} says={says} calm={calm} />
        ))}
        {most > 0 && findings.length > most && <span className="rest">+{findings.length - most}</span>}
      </span>
    </span>
  );
}
