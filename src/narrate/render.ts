// A narrative → Markdown for people's files, or plain text for a terminal. Whatever records said stays inert in both.

import type { Narrative, Sentence } from '../model/incident.ts';
import { clock, dayName } from './words.ts';

export interface Numbering {
  /** A finding's number in the incident, from 1 by event time; undefined for events. */
  of(id: string): number | undefined;
}

/** Findings numbered in the order given: an incident lists them by event time. */
export function numbered(findings: readonly string[]): Numbering {
  const numbers = new Map(findings.map((id, index) => [id, index + 1]));
  return { of: (id) => numbers.get(id) };
}

/** The story as one paragraph, without marks: for a terminal or a message. */
export const plain = (narrative: Narrative): string =>
  `${stopped(narrative.headline.text)} ${narrative.story.map(({ text }) => text).join(' ')}`;

export function markdown(narrative: Narrative, findings: readonly string[] = []): string {
  const numbering = numbered(findings);
  const marked = (it: Sentence): string => `${escape(it.text)}${marks(it, numbering)}`;
  const { headline, story, timeline, hypotheses, unknowns, checks } = narrative;

  const lines = [
    `# ${escape(headline.text)}`,
    '',
    ...story.map(marked),
    '',
    '## Timeline',
    '',
    ...timeline.map((beat) => `- ${dayName(beat.at)}, ${clock(beat.at)}: ${marked(beat.sentence)}`),
    '',
    '## What it could be',
    '',
    ...hypotheses.flatMap((it) => [
      `- **${escape(it.title)}** (${it.verdict}, weight ${signed(it.weight)})`,
      ...it.evidenceFor.map((piece) => `  - for${weightOf(piece)}: ${marked(piece)}`),
      ...it.evidenceAgainst.map((piece) => `  - against${weightOf(piece)}: ${marked(piece)}`),
    ]),
    '',
    ...(unknowns.length === 0 ? [] : ['## What is not known', '', ...unknowns.map((it) => `- ${marked(it)}`), '']),
    '## What to check',
    '',
    ...checks.flatMap((it) => [escape(it.says), '', fenced(it.cypher), '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const stopped = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Numbers of the findings a sentence rests on: ` [1, 3]`. */
function marks(it: Sentence, numbering: Numbering): string {
  const numbers = it.cites.map((id) => numbering.of(id)).filter((n) => n !== undefined);
  return numbers.length === 0 ? '' : ` [${[...numbers].sort((a, b) => a - b).join(', ')}]`;
}

/** Everything Markdown or HTML could take for more than text. */
const escape = (text: string): string =>
  text
    .replace(/[\\*_[\]~|#]/g, (it) => `\\${it}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/`/g, '’');

const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');

const weightOf = (piece: Sentence): string =>
  'weight' in piece && typeof piece.weight === 'number' ? ` ${signed(piece.weight)}` : '';

/** A fence longer than any run of backticks inside. */
function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}cypher\n${code}\n${fence}`;
}
