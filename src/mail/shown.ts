// What a message says, made fit to be shown beside a reason: one line, no control or turning characters, no link to click.

import type { MetricValue, Unit } from './metric.ts';
import { inWords, isNumeric } from './quantity.ts';

const LONGEST = 160;
const MOST = 10;

/** Text of a message as one harmless line: mail is written by strangers. */
export function harmless(text: string): string {
  const line = text
    .slice(0, 4 * LONGEST)
    .replace(/[\s\u2028\u2029]+/g, ' ')
    // controls, soft hyphens, zero-width and bidirectional characters, tags
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '·')
    .replace(/\b(h)tt(ps?:)/gi, '$1xx$2')
    .replace(/:\/\//g, '[:]//')
    .trim();
  return line.length > LONGEST
    ? `${Array.from(line)
        .slice(0, LONGEST - 1)
        .join('')}…`
    : line;
}

/** A metric's value in the words of its unit. */
export function shown(value: MetricValue | undefined, unit: Unit): string {
  if (value === undefined) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return isNumeric(unit) ? inWords(value, unit) : String(value);
  if (typeof value === 'string') return value === '' ? 'nothing' : harmless(value);
  const more = value.length > MOST ? ` and ${value.length - MOST} more` : '';
  return value.length === 0 ? 'none' : value.slice(0, MOST).map(harmless).join(', ') + more;
}
