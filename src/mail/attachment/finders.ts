// Where in a picture a QR code may be: three squares in its corners, found at a fraction of the cost of reading a code, and
// hardly any other picture has them. Only what is around them is read.

import type { Grey } from './pixels.ts';

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Light on dark. */
  readonly isInverted: boolean;
}

interface Centre {
  x: number;
  y: number;
  /** Across all of the square: seven of the code's own squares. */
  size: number;
  /** Lines it was met on. */
  hits: number;
  readonly isDark: boolean;
}

const MOST_CENTRES = 40;
const MOST_AREAS = 3;

/** Largest first. */
export function codeAreas(grey: Grey): readonly Area[] {
  const sure = centresIn(grey)
    .filter(({ hits, size }) => hits >= Math.max(2, (0.6 * size) / 7))
    .sort((a, b) => b.hits - a.hits)
    .slice(0, MOST_CENTRES);
  const areas: Area[] = [];
  for (const isDark of [true, false]) {
    const centres = sure.filter((it) => it.isDark === isDark);
    for (const corner of centres) {
      for (const [n, one] of centres.entries()) {
        const other = centres.slice(n + 1).find((it) => isCorner(corner, one, it));
        if (other === undefined) continue;
        const area = around(grey, corner, one, other);
        if (!areas.some((it) => isSame(it, area))) areas.push(area);
      }
    }
  }
  return areas.sort((a, b) => b.width * b.height - a.width * a.height).slice(0, MOST_AREAS);
}

/** Two legs of about one length, a right angle between them, squares of about one size. */
function isCorner(corner: Centre, one: Centre, other: Centre): boolean {
  if (corner === one || corner === other) return false;
  const sizes = [corner.size, one.size, other.size];
  if (Math.max(...sizes) > 1.5 * Math.min(...sizes) + 2) return false;
  const [ax, ay, bx, by] = [one.x - corner.x, one.y - corner.y, other.x - corner.x, other.y - corner.y];
  const [a, b] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
  if (Math.min(a, b) < 1.5 * corner.size || Math.max(a, b) > 26 * corner.size) return false;
  return Math.abs(a - b) <= 0.25 * Math.max(a, b) && Math.abs(ax * bx + ay * by) <= 0.25 * a * b;
}

/** The code and the margin it needs, as far as the picture goes. */
function around({ width, height }: Grey, corner: Centre, one: Centre, other: Centre): Area {
  const [xs, ys] = [
    [corner.x, one.x, other.x, one.x + other.x - corner.x],
    [corner.y, one.y, other.y, one.y + other.y - corner.y],
  ];
  const margin = Math.ceil(Math.max(corner.size, one.size, other.size) * 1.2) + 2;
  const [left, top] = [Math.max(0, Math.floor(Math.min(...xs)) - margin), Math.max(0, Math.floor(Math.min(...ys)) - margin)];
  const [right, bottom] = [
    Math.min(width, Math.ceil(Math.max(...xs)) + margin),
    Math.min(height, Math.ceil(Math.max(...ys)) + margin),
  ];
  return { left, top, width: right - left, height: bottom - top, isInverted: !corner.isDark };
}

const isSame = (a: Area, b: Area): boolean =>
  Math.hypot(a.left + a.width / 2 - b.left - b.width / 2, a.top + a.height / 2 - b.top - b.height / 2) <
  Math.min(a.width, b.width) / 4;

type Runs = [number, number, number, number, number];

const MOST_FOUND = 2_000;

function centresIn(grey: Grey): readonly Centre[] {
  const { width, height } = grey;
  const dark = darkness(grey);
  const centres: Centre[] = [];
  const runs: Runs = [0, 0, 0, 0, 0];
  for (let y = 0; y < height && centres.length < MOST_FOUND; y++) {
    runs.fill(0);
    for (let x = 0; x <= width; x++) {
      const at = y * width + x;
      if (x > 0 && x < width && dark[at] === dark[at - 1]) {
        runs[4]++;
        continue;
      }
      const size = squareOf(runs);
      const middle = x - runs[4] - runs[3] - Math.ceil(runs[2] / 2);
      if (size > 0 && isSquare(dark, { width, height, x: middle, y }, size))
        note(centres, { x: middle, y, size, hits: 1, isDark: dark[at - 1] === 1 });
      runs.copyWithin(0, 1);
      runs[4] = 1;
    }
  }
  return centres;
}

function note(centres: Centre[], centre: Centre): void {
  const { x, y, size, isDark } = centre;
  // Lines come from the top: what is met again was met a line or a few before.
  const known = centres.findLast((it) => y - it.y < it.size / 2 && Math.abs(x - it.x) < it.size / 2 && it.isDark === isDark);
  if (known === undefined) {
    centres.push(centre);
    return;
  }
  known.hits += 1;
  known.x += (x - known.x) / known.hits;
  known.y += (y - known.y) / known.hits;
  known.size += (size - known.size) / known.hits;
}

/** Width of the whole when the runs are as 1:1:3:1:1, else nought. */
function squareOf(runs: Readonly<Runs>): number {
  const [a, b, c, d, e] = runs;
  const size = a + b + c + d + e;
  // Most runs fail here, and there are as many as pixels.
  if (a === 0 || size < 7 || c * 4 < size || c * 5 > 3 * size) return 0;
  const one = size / 7;
  const slack = one * 0.6 + 0.3;
  const isSquare =
    Math.abs(a - one) <= slack && Math.abs(b - one) <= slack && Math.abs(d - one) <= slack && Math.abs(e - one) <= slack;
  return isSquare && Math.abs(c - 3 * one) <= 1.5 * slack ? size : 0;
}

interface Spot {
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
}

const WAYS = [
  [0, 1],
  [1, 1],
  [1, -1],
] as const;

/** The same runs through a spot from top to bottom and both ways across, and about as long: pictures have many by chance. */
const isSquare = (dark: Uint8Array, spot: Spot, size: number): boolean =>
  WAYS.every(([dx, dy]) => {
    const along = squareOf(runsThrough(dark, spot, size, dx, dy));
    return along > 0 && Math.abs(along - size) <= size * 0.5 + 1;
  });

function runsThrough(dark: Uint8Array, { width, height, x, y }: Spot, size: number, dx: number, dy: number): Runs {
  const runs: Runs = [0, 0, 1, 0, 0];
  for (const way of [-1, 1]) {
    let run = 2;
    let colour = dark[y * width + x];
    for (let n = 1; n <= size; n++) {
      const [atX, atY] = [x + dx * way * n, y + dy * way * n];
      if (atX < 0 || atX >= width || atY < 0 || atY >= height) break;
      if (dark[atY * width + atX] !== colour) {
        if (run === (way < 0 ? 0 : 4)) break;
        colour = dark[atY * width + atX];
        run += way;
      }
      runs[run as 0 | 1 | 2 | 3 | 4] += 1;
    }
  }
  return runs;
}

/** Part of the picture whose mean a pixel is held against: larger than the middle of a square, smaller than a shadow. */
const NEIGHBOURHOOD = 1 / 8;

/** 1 for what is darker than around it. */
function darkness({ width, height, data }: Grey): Uint8Array {
  const across = width + 1;
  const sums = new Uint32Array(across * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x] ?? 0;
      sums[(y + 1) * across + x + 1] = (sums[y * across + x + 1] ?? 0) + row;
    }
  }
  const reach = Math.max(8, Math.ceil(Math.max(width, height) * NEIGHBOURHOOD));
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - reach);
    const bottom = Math.min(height, y + reach + 1);
    const above = top * across;
    const below = bottom * across;
    for (let x = 0; x < width; x++) {
      const left = x < reach ? 0 : x - reach;
      const right = x + reach < width ? x + reach + 1 : width;
      const sum = (sums[below + right] ?? 0) - (sums[above + right] ?? 0) - (sums[below + left] ?? 0) + (sums[above + left] ?? 0);
      dark[y * width + x] = (data[y * width + x] ?? 0) * (bottom - top) * (right - left) < sum ? 1 : 0;
    }
  }
  return dark;
}

/** An area in colours, dark on light, as decoders take it. */
export function cutOut({ width, data }: Grey, area: Area): Uint8ClampedArray {
  const colours = new Uint8ClampedArray(area.width * area.height * 4).fill(255);
  for (let y = 0; y < area.height; y++) {
    for (let x = 0; x < area.width; x++) {
      const shade = data[(area.top + y) * width + area.left + x] ?? 255;
      const to = (y * area.width + x) * 4;
      colours.fill(area.isInverted ? 255 - shade : shade, to, to + 3);
    }
  }
  return colours;
}
