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
export const createRng = (seed: string): Rng => new Dice(seed);

/** Four digits a half word: faster than making them each time. */
const halfWords: readonly string[] = Array.from({ length: 0x10000 }, (_, word) => word.toString(16).padStart(4, '0'));

/** A class, because a company of ten thousand forks dice millions of times, and a fork must cost next to nothing. */
class Dice implements Rng {
  readonly #seed: string;
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor(seed: string) {
    this.#seed = seed;
    [this.#a, this.#b, this.#c, this.#counter] = hash128(seed);
    // The first words still show the seed; throw them away.
    for (let warm = 0; warm < 12; warm++) this.#next32();
  }

  fork(name: string): Rng {
    return new Dice(`${this.#seed}/${name}`);
  }

  next(): number {
    return this.#next32() / 0x100000000;
  }

  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  between(from: number, to: number): number {
    return from + this.next() * (to - from);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error(`nothing to pick from, at dice '${this.#seed}'`);
    return list[Math.floor(this.next() * list.length)] as T;
  }

  some<T>(list: readonly T[], count: number): T[] {
    return this.shuffle(list).slice(0, count);
  }

  shuffle<T>(list: readonly T[]): T[] {
    const deck = [...list];
    for (let left = deck.length - 1; left > 0; left--) {
      const other = this.int(0, left);
      [deck[left], deck[other]] = [deck[other] as T, deck[left] as T];
    }
    return deck;
  }

  // Box and Muller's transform; 1 − next() keeps the logarithm finite.
  normal(mean: number, deviation: number): number {
    return mean + deviation * Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  lognormal(median: number, sigma: number): number {
    return median * Math.exp(this.normal(0, sigma));
  }

  // Knuth's product of uniforms: fine for the small means of a person's day.
  poisson(mean: number): number {
    const floor = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > floor; product *= this.next()) count++;
    return count;
  }

  hex(length: number): string {
    return this.#letters('0123456789abcdef', length);
  }

  base64(length: number): string {
    return this.#letters('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', length);
  }

  guid(): string {
    const [a, b, c, d] = [this.#next32(), this.#next32(), this.#next32(), this.#next32()];
    const variant = '89ab'[this.int(0, 3)] ?? '8';
    const group = (word: number) => halfWords[word & 0xffff] ?? '';
    return `${group(a >>> 16)}${group(a)}-${group(b >>> 16)}-4${group(b).slice(1)}-${variant}${group(c >>> 16).slice(1)}-${group(c)}${group(d >>> 16)}${group(d)}`;
  }

  #letters(alphabet: string, length: number): string {
    let text = '';
    while (text.length < length) text += alphabet.charAt(Math.floor(this.next() * alphabet.length));
    return text;
  }

  /** A step of the small fast counter generator of PractRand (sfc32), 32 bits. */
  #next32(): number {
    const out = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + out) | 0;
    return out >>> 0;
  }
}

type Words = readonly [number, number, number, number];

/** Four 32-bit words out of a text (the cyrb128 mixer, public domain). */
function hash128(text: string): Words {
  // Whole 32-bit numbers throughout, which is what keeps this fast.
  let [a, b, c, d] = [1779033703, 3144134277 | 0, 1013904242, 2773480762 | 0];
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
  return [a ^ b ^ c ^ d, b, c, d];
}
