// The frame of a picture: a card that is readable in light and dark, panels in it, and text safe to put there.

/** Colour tells simulated from recorded; filling and dashes tell it again to whoever sees no colour. */
const STYLE = `
  .card { fill: #ffffff; stroke: #d0d7de }
  .ink { fill: #1f2328; font: 600 13px system-ui, sans-serif }
  .text { fill: #57606a; font: 11px system-ui, sans-serif }
  .grid { stroke: #d8dee4; stroke-width: 1 }
  .axis { stroke: #8c959f; stroke-width: 1 }
  .simulated { stroke: #0969da; stroke-width: 1.5; fill: #0969da; fill-opacity: .25 }
  .recorded { stroke: #bc4c00; stroke-width: 1.75; fill: none }
  .dot { fill: #bc4c00 }
  .dot.simulated { fill: #0969da; fill-opacity: 1 }
  .dot.simulated, .dot.recorded { stroke: none }
  .bar.recorded { fill: #bc4c00; fill-opacity: .55; stroke-width: 1 }
  .bar.generated { fill-opacity: 0 }
  .generated { stroke-dasharray: 5 3 }
  .second { stroke-dasharray: 1.5 3 }
  @media (prefers-color-scheme: dark) {
    .card { fill: #0d1117; stroke: #30363d }
    .ink { fill: #e6edf3 }
    .text { fill: #9da7b3 }
    .grid { stroke: #21262d }
    .axis { stroke: #6e7681 }
    .simulated { stroke: #58a6ff; fill: #58a6ff }
    .recorded { stroke: #f0883e }
    .dot { fill: #f0883e }
    .dot.simulated { fill: #58a6ff }
    .bar.recorded { fill: #f0883e }
  }`;

export interface Panel {
  readonly width: number;
  readonly height: number;
  /** Drawn from its own left upper corner. */
  readonly content: string;
}

const MARGIN = 16;

export interface Picture {
  readonly title: string;
  /** What a reader who cannot see it should know. */
  readonly description: string;
  /** Rows of panels. */
  readonly rows: readonly (readonly Panel[])[];
}

export function svg({ title, description, rows }: Picture): string {
  const widthOf = (row: readonly Panel[]): number => row.reduce((sum, panel) => sum + panel.width + MARGIN, MARGIN);
  const heightOf = (row: readonly Panel[]): number => Math.max(...row.map((panel) => panel.height));
  const width = Math.max(...rows.map(widthOf));
  const height = rows.reduce((sum, row) => sum + heightOf(row) + MARGIN, MARGIN);

  const placed: string[] = [];
  let y = MARGIN;
  for (const row of rows) {
    let x = MARGIN;
    for (const panel of row) {
      placed.push(`<g transform="translate(${x} ${y})">${panel.content}</g>`);
      x += panel.width + MARGIN;
    }
    y += heightOf(row) + MARGIN;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<style>${STYLE}\n</style>`,
    `<rect class="card" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>`,
    ...placed,
    '</svg>\n',
  ].join('\n');
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Anchor = 'start' | 'middle' | 'end';

export const text = (x: number, y: number, says: string, anchor: Anchor = 'start', kind = 'text'): string =>
  `<text class="${kind}" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escaped(says)}</text>`;

export const line = (kind: string, x1: number, y1: number, x2: number, y2: number): string =>
  `<line class="${kind}" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`;

export const path = (kind: string, points: readonly (readonly [number, number])[]): string =>
  `<path class="${kind}" d="M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}"/>`;

export const bar = (kind: string, x: number, y: number, width: number, height: number): string =>
  `<rect class="bar ${kind}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>`;

export const dot = (kind: string, x: number, y: number): string =>
  `<circle class="dot ${kind}" cx="${round(x)}" cy="${round(y)}" r="4"/>`;

const round = (value: number): number => Math.round(value * 10) / 10;

/** Who is drawn how. */
export interface Named {
  readonly name: string;
  readonly origin: 'simulated' | 'genuine' | 'generated';
  readonly n: number;
}

/** Classes of each series: a second genuine set in one panel is dotted. */
export function kindsOf(series: readonly Named[]): string[] {
  let genuine = 0;
  return series.map(({ origin }) => {
    if (origin === 'simulated') return 'simulated';
    if (origin === 'generated') return 'recorded generated';
    genuine += 1;
    return genuine === 1 ? 'recorded' : 'recorded second';
  });
}

/** About the width of a letter of this size; nothing here can measure text. */
const LETTER = 5.9;

/** One entry a series, side by side. */
export function legend(series: readonly Named[], x: number, y: number): string {
  const kinds = kindsOf(series);
  let at = x;
  return series
    .map(({ name, n, origin }, place) => {
      const [kind, says] = [kinds[place] ?? '', `${name}, ${n.toLocaleString('en')}`];
      const mark = origin === 'simulated' ? bar(kind, at, y - 8, 14, 8) : line(kind, at, y - 4, at + 16, y - 4);
      const entry = mark + text(at + 20, y, says);
      at += 20 + says.length * LETTER + 12;
      return entry;
    })
    .join('');
}
