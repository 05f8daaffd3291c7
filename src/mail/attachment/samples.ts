// Pictures in a PDF that are no files of their own: rows of samples, filtered as in a PNG or not at all.

import { isWorthwhile, readCodes } from './codes.ts';
import type { Look } from './look.ts';

/** Grey and red-green-blue of eight bits, and black and white of one; of other kinds there is nothing to tell. */
export function readSamples(content: Buffer, dictionary: string, look: Look): void {
  const number = (name: string): number =>
    Number(new RegExp(`/${name}\\s{0,5}(\\d{1,7})(?!\\s{1,5}\\d{1,5}\\s{1,5}R)`).exec(dictionary)?.[1] ?? 0);
  const [width, height, bits] = [
    number('Width'),
    number('Height'),
    /\/ImageMask\s{1,5}true/.test(dictionary) ? 1 : number('BitsPerComponent'),
  ];
  const isFiltered = number('Predictor') >= 10;
  if (width === 0 || height === 0 || (bits !== 8 && bits !== 1)) return;
  const rest = isFiltered ? 1 : 0;
  // How many colours there are is said elsewhere as often as here: it is what the length leaves room for.
  const colours = [1, 3, 4].find(
    (count) => Math.abs((Math.ceil((width * bits * count) / 8) + rest) * height - content.length) <= 2,
  );
  if (colours === undefined || !isWorthwhile(width, height, look)) return;

  const stride = Math.ceil((width * bits * colours) / 8);
  const rows = isFiltered ? unfiltered(content, stride, height, Math.max(1, (bits * colours) >> 3)) : content;
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = (y * width + x) * 4;
      if (bits === 1) {
        const isSet = (((rows[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;
        data.fill(isSet ? 255 : 0, to, to + 3);
      } else {
        const from = y * stride + x * colours;
        for (let colour = 0; colour < 3; colour++)
          data[to + colour] = colours === 4 ? 255 - (rows[from + 3] ?? 0) : (rows[from + (colours === 1 ? 0 : colour)] ?? 0);
      }
    }
  }
  readCodes({ width, height, data }, look);
}

/** Each row was written as what it differs by from the pixel before, the row above, or both. */
function unfiltered(content: Buffer, stride: number, height: number, pixel: number): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1);
    const filter = content[from] ?? 0;
    const to = y * stride;
    for (let x = 0; x < stride; x++) {
      const left = x < pixel ? 0 : (rows[to + x - pixel] ?? 0);
      const above = y === 0 ? 0 : (rows[to + x - stride] ?? 0);
      const corner = x < pixel || y === 0 ? 0 : (rows[to + x - stride - pixel] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter] ?? 0;
      rows[to + x] = (content[from + 1 + x] ?? 0) + guess;
    }
  }
  return rows;
}

function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
