// A label of a domain as a reader sees it: `xn--…` decoded (RFC 3492). What does not decode stays as it is.

const [BASE, LEAST, MOST, SKEW, DAMP, FIRST_BIAS, FIRST_CODE] = [36, 1, 26, 38, 700, 72, 128] as const;
/** What DNS allows a label. */
const LONGEST = 63;

export function unicodeLabel(label: string): string {
  if (!/^xn--/i.test(label) || label.length > LONGEST) return label;
  return decoded(label.slice(4).toLowerCase()) ?? label;
}

function decoded(text: string): string | undefined {
  const last = text.lastIndexOf('-');
  const points = Array.from(text.slice(0, Math.max(0, last)), (letter) => letter.codePointAt(0) ?? 0);
  let [code, bias, index, at] = [FIRST_CODE as number, FIRST_BIAS as number, 0, last + 1];
  while (at < text.length) {
    const before = index;
    for (let [weight, step] = [1, BASE as number]; ; step += BASE) {
      const digit = digitOf(text[at]);
      at += 1;
      if (digit === undefined) return undefined;
      index += digit * weight;
      const threshold = Math.min(MOST, Math.max(LEAST, step - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    bias = adapted(index - before, points.length + 1, before === 0);
    code += Math.floor(index / (points.length + 1));
    index %= points.length + 1;
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    points.splice(index, 0, code);
    index += 1;
  }
  return String.fromCodePoint(...points);
}

function digitOf(letter: string | undefined): number | undefined {
  if (letter === undefined) return undefined;
  if (letter >= 'a' && letter <= 'z') return letter.charCodeAt(0) - 97;
  return letter >= '0' && letter <= '9' ? letter.charCodeAt(0) - 22 : undefined;
}

function adapted(delta: number, points: number, isFirst: boolean): number {
  let left = Math.floor(isFirst ? delta / DAMP : delta / 2);
  left += Math.floor(left / points);
  let bias = 0;
  while (left > ((BASE - LEAST) * MOST) / 2) {
    left = Math.floor(left / (BASE - LEAST));
    bias += BASE;
  }
  return bias + Math.floor(((BASE - LEAST + 1) * left) / (left + SKEW));
}
