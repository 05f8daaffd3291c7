// A QR code drawn by ourselves: version 3, level L, the first mask, which holds 53 bytes. Squares as rows of true and false.

const SIZE = 29;
const DATA = 55;
const CHECK = 15;
/** Level L and mask 0, with their check bits, as the standard lists them. */
const FORMAT = 0b111011111000100;

export function qrCode(text: string): readonly (readonly boolean[])[] {
  const rows = Array.from({ length: SIZE }, () => Array<boolean | undefined>(SIZE).fill(undefined));
  const set = (x: number, y: number, isDark: boolean): void => {
    const row = rows[y];
    if (row !== undefined && x >= 0 && x < SIZE) row[x] = isDark;
  };
  const square = (left: number, top: number, reach: number): void => {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(left + dx, top + dy, reach === 2 ? ring !== 1 : ring !== 2 && ring !== 4);
      }
  };
  for (const [x, y] of [
    [3, 3],
    [SIZE - 4, 3],
    [3, SIZE - 4],
  ] as const)
    square(x, y, 4);
  square(22, 22, 2);
  for (let n = 8; n < SIZE - 8; n++) {
    set(n, 6, n % 2 === 0);
    set(6, n, n % 2 === 0);
  }
  for (let bit = 0; bit < 15; bit++) {
    const isDark = ((FORMAT >> bit) & 1) === 1;
    set(8, bit < 6 ? bit : bit < 8 ? bit + 1 : SIZE - 15 + bit, isDark);
    set(bit < 8 ? SIZE - 1 - bit : bit === 8 ? 7 : 14 - bit, 8, isDark);
  }
  set(8, SIZE - 8, true);

  const bits = [...checked(words(text))].flatMap((byte) => Array.from({ length: 8 }, (_, n) => ((byte >> (7 - n)) & 1) === 1));
  let next = 0;
  for (let right = SIZE - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let n = 0; n < SIZE; n++) {
      const y = up ? SIZE - 1 - n : n;
      for (const x of [right, right - 1]) {
        if (rows[y]?.[x] === undefined) set(x, y, (bits[next++] ?? false) !== ((x + y) % 2 === 0));
      }
    }
  }
  return rows.map((row) => row.map((it) => it === true));
}

/** Byte mode, length, the bytes, and filling. */
function words(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  if (bytes.length > DATA - 2) throw new Error(`a code of version 3 holds ${DATA - 2} bytes, not ${bytes.length}`);
  const nibbles = [4, bytes.length >> 4, bytes.length & 15, ...[...bytes].flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const packed = Array.from({ length: nibbles.length / 2 }, (_, n) => ((nibbles[2 * n] ?? 0) << 4) | (nibbles[2 * n + 1] ?? 0));
  return Uint8Array.from({ length: DATA }, (_, n) => packed[n] ?? ((n - packed.length) % 2 === 0 ? 0xec : 0x11));
}

/** Followed by the rest of dividing by the generator of Reed and Solomon. */
function checked(data: Uint8Array): Uint8Array {
  const [power, log] = [new Uint8Array(512), new Uint8Array(256)];
  for (let n = 0, value = 1; n < 255; n++) {
    power[n] = power[n + 255] = value;
    log[value] = n;
    value = (value << 1) ^ (value & 0x80 ? 0x11d : 0);
  }
  const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : (power[(log[a] ?? 0) + (log[b] ?? 0)] ?? 0));
  let generator = [1];
  for (let n = 0; n < CHECK; n++)
    generator = Array.from(
      { length: generator.length + 1 },
      (_, at) => (generator[at] ?? 0) ^ times(generator[at - 1] ?? 0, power[n] ?? 0),
    );
  const rest = new Uint8Array(DATA + CHECK);
  rest.set(data);
  for (let n = 0; n < DATA; n++) {
    const factor = rest[n] ?? 0;
    generator.forEach((it, at) => (rest[n + at] = (rest[n + at] ?? 0) ^ times(it, factor)));
  }
  return Uint8Array.from([...data, ...rest.slice(DATA)]);
}

/** Its pixels on white, a square of so many each, with the margin codes have; red, green, blue and opacity. */
export function qrPixels(
  text: string,
  scale = 4,
  isInverted = false,
): { readonly width: number; readonly height: number; readonly data: Buffer } {
  const code = qrCode(text);
  const width = (SIZE + 8) * scale;
  const data = Buffer.alloc(width * width * 4, 255);
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++) {
      const isDark = code[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4] === true;
      data.fill(isDark === isInverted ? 255 : 0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  return { width, height: width, data };
}
