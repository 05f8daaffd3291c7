// What a person sees in a terminal: tables, progress, and text from records made harmless.

import type { Logger } from './log.ts';

/** Control, bidirectional and escape characters could repaint the screen or turn text around; they are shown, not obeyed. */
export const harmless = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '·');

/** Columns as wide as their widest cell, up to `most`. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], most = 72): string {
  const cells = [headings, ...rows].map((row) => row.map((cell) => shortened(harmless(cell).replace(/\s+/g, ' '), most)));
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/**
 * Text broken at spaces so that no line is longer than `width`; what belongs to an item of a list stands under it. Code between
 * fences is left as it is: a query is to be copied.
 */
export function wrapped(text: string, width = 100): string {
  let isCode = false;
  return text
    .split('\n')
    .flatMap((paragraph) => {
      const isFence = paragraph.startsWith('```');
      if (isFence) isCode = !isCode;
      return isFence || isCode ? [paragraph] : linesOf(paragraph, width);
    })
    .join('\n');
}

function linesOf(paragraph: string, width: number): string[] {
  const [start = ''] = /^ *(?:[-*] )?/.exec(paragraph) ?? [];
  const under = ' '.repeat(start.length);
  const lines: string[] = [];
  let line = start;
  for (const word of paragraph.slice(start.length).split(' ')) {
    if (line.trim() !== '' && line !== start && line.length + word.length + 1 > width) {
      lines.push(line);
      line = `${under}${word}`;
    } else line = line === start || line === under ? `${line}${word}` : `${line} ${word}`;
  }
  return [...lines, line];
}

/** How far something has come where the end is known, in any unit. */
export interface Way {
  readonly done: number;
  readonly total: number;
}

/** Counts that grow: one line that rewrites itself on a terminal, a log line every ten seconds elsewhere. */
export function progress(log: Logger, doing: string) {
  const since = performance.now();
  const isTerminal = process.stderr.isTTY;
  let shown = since;
  return {
    tell(count: number, way?: Way): void {
      const now = performance.now();
      if (now - shown < (isTerminal ? 100 : 10_000)) return;
      shown = now;
      const rate = Math.round(count / ((now - since) / 1_000));
      const left = way === undefined ? undefined : secondsLeft(way, (now - since) / 1_000);
      if (!isTerminal) log.info({ count, perSecond: rate, ...(left === undefined ? {} : { secondsLeft: left }) }, doing);
      else
        process.stderr.write(
          `\r\u001b[K${doing}: ${count.toLocaleString('en')} (${rate.toLocaleString('en')}/s)${left === undefined ? '' : `, ${duration(left)} left`}`,
        );
    },
    end(): void {
      if (isTerminal) process.stderr.write('\r\u001b[K');
    },
  };
}

/** As long again as it took so far, for each part of that size that is left; undefined while there is nothing to go by. */
export function secondsLeft({ done, total }: Way, taken: number): number | undefined {
  return done <= 0 || total < done ? undefined : Math.round((taken * (total - done)) / done);
}

const duration = (seconds: number): string =>
  seconds < 60 ? `${seconds} s` : seconds < 3_600 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
