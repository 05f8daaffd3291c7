// Dice that fall the same way every time.
//
// A generator is named by text and can be forked by name. Forks share nothing
// with their parent's sequence, so one more throw in one place moves no other.

export interface Rng {
  fork(name: string): Rng;
  /** In [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Different elements, in drawn order; all of them when there are not enough. */
  some<T>(list: readonly T[], count: number): T[];
  shuffle<T>(list: readonly T[]): T[];
  normal(mean: number, deviation: number): number;
  lognormal(median: number, sigma: number): number;
  poisson(mean: number): number;
  hex(length: number): string;
  base64(length: number): string;
  guid(): string;
}

/** Same text, same dice. */
export function createRng(seed: string): Rng {
  const next32 = sfc32(hash128(seed));
  const next = () => next32() / 0x100000000;
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const hexWord = () => next32().toString(16).padStart(8, '0');

  function pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error(`nothing to pick from, at dice '${seed}'`);
    return list[Math.floor(next() * list.length)] as T;
  }

  function shuffle<T>(list: readonly T[]): T[] {
    const deck = [...list];
    for (let left = deck.length - 1; left > 0; left--) {
      const other = int(0, left);
      [deck[left], deck[other]] = [deck[other] as T, deck[left] as T];
    }
    return deck;
  }

  function letters(alphabet: string, length: number): string {
    let text = '';
    while (text.length < length) text += alphabet.charAt(Math.floor(next() * alphabet.length));
    return text;
  }

  // Box and Muller's transform; 1 − next() keeps the logarithm finite.
  const normal = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

  // Knuth's product of uniforms: fine for the small means of a person's day.
  function poisson(mean: number): number {
    const floor = Math.exp(-mean);
    let count = 0;
    for (let product = next(); product > floor; product *= next()) count++;
    return count;
  }

  function guid(): string {
    const text = hexWord() + hexWord() + hexWord() + hexWord();
    const variant = '89ab'[int(0, 3)] ?? '8';
    return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-${variant}${text.slice(17, 20)}-${text.slice(20)}`;
  }

  return {
    fork: (name) => createRng(`${seed}/${name}`),
    next,
    int,
    between: (from, to) => from + next() * (to - from),
    chance: (probability) => next() < probability,
    pick,
    some: (list, count) => shuffle(list).slice(0, count),
    shuffle,
    normal,
    lognormal: (median, sigma) => median * Math.exp(normal(0, sigma)),
    poisson,
    hex: (length) => letters('0123456789abcdef', length),
    base64: (length) => letters('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', length),
    guid,
  };
}

type Words = readonly [number, number, number, number];

/** Four 32-bit words out of a text (the cyrb128 mixer, public domain). */
function hash128(text: string): Words {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [(a ^ b ^ c ^ d) >>> 0, b >>> 0, c >>> 0, d >>> 0];
}

/** The small fast counter generator of PractRand, 32 bits a step. */
function sfc32([first, second, third, fourth]: Words): () => number {
  let [a, b, c, counter] = [first, second, third, fourth];

  function step(): number {
    const out = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + out;
    return out >>> 0;
  }

  // The first words still show the seed; throw them away.
  for (let warm = 0; warm < 12; warm++) step();
  return step;
}
