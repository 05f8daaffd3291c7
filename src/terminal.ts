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

/** Text broken at spaces so that no line is longer than `width`. */
export function wrapped(text: string, width = 100): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + word.length + 1 > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines.join('\n');
}

/** Counts that grow: one line that rewrites itself on a terminal, a log line every ten seconds elsewhere. */
export function progress(log: Logger, doing: string) {
  const since = performance.now();
  const isTerminal = process.stderr.isTTY;
  let shown = since;
  return {
    tell(count: number): void {
      const now = performance.now();
      if (now - shown < (isTerminal ? 100 : 10_000)) return;
      shown = now;
      const rate = Math.round(count / ((now - since) / 1_000));
      if (isTerminal) process.stderr.write(`\r\u001b[K${doing}: ${count.toLocaleString('en')} (${rate.toLocaleString('en')}/s)`);
      else log.info({ count, perSecond: rate }, doing);
    },
    end(): void {
      if (isTerminal) process.stderr.write('\r\u001b[K');
    },
  };
}
