// A letter's parts put together as the bytes that arrive: headers, alternatives, pictures that belong to them, files.

export interface File {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  /** Of a picture in the text. */
  readonly cid?: string;
}

export interface Parts {
  readonly headers: readonly (readonly [string, string])[];
  readonly plain?: string;
  readonly html?: string;
  readonly files: readonly File[];
  /** Of a report on delivery: its kind, for the outermost part. */
  readonly report?: string;
  /** Names of borders between parts begin with it. */
  readonly border: string;
  readonly encoding: 'base64' | 'quoted-printable';
}

export function bytesOf({ headers, plain, html, files, report, border, encoding }: Parts): Buffer {
  const texts = [
    ...(plain === undefined ? [] : [textPart('plain', plain, encoding)]),
    ...(html === undefined ? [] : [textPart('html', html, encoding)]),
  ];
  const pictures = files.filter(({ cid }) => cid !== undefined).map(filePart);
  const others = files.filter(({ cid }) => cid === undefined).map(filePart);
  const body = together('alternative', texts, `${border}a`);
  const shown = together('related', [body, ...pictures], `${border}r`);
  const whole = together(report === undefined ? 'mixed' : `report; report-type=${report}`, [shown, ...others], `${border}m`);
  const head = [...headers.map(([name, value]) => `${name}: ${encodedWords(value)}`), 'MIME-Version: 1.0'].join('\r\n');
  return Buffer.from(`${head}\r\n${whole}`, 'utf8');
}

const together = (kind: string, parts: readonly string[], border: string): string =>
  parts.length === 1
    ? (parts[0] ?? '')
    : `Content-Type: multipart/${kind}; boundary="${border}"\r\n\r\n${parts.map((part) => `--${border}\r\n${part}\r\n`).join('')}--${border}--\r\n`;

const inLines = (text: string): string => text.replace(/.{76}/gu, '$&\r\n');

function textPart(kind: string, text: string, encoding: Parts['encoding']): string {
  const body = encoding === 'base64' ? inLines(Buffer.from(text).toString('base64')) : quotedPrintable(text);
  return `Content-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
}

function filePart({ name, type, bytes, cid }: File): string {
  if (type.startsWith('message/') || type === 'text/rfc822-headers')
    return `Content-Type: ${type}\r\n\r\n${bytes.toString('utf8')}`;
  const disposition = cid === undefined ? 'attachment' : `inline`;
  const id = cid === undefined ? '' : `Content-ID: <${cid}>\r\n`;
  return `Content-Type: ${type}; name="${name}"\r\n${id}Content-Disposition: ${disposition}; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${inLines(bytes.toString('base64'))}`;
}

function quotedPrintable(text: string): string {
  const line = (it: string): string => {
    const tokens = Array.from(Buffer.from(it), (byte) =>
      (byte >= 32 && byte <= 126 && byte !== 61) || byte === 9
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    );
    let [out, length] = ['', 0];
    for (const token of tokens) {
      if (length + token.length > 75) [out, length] = [`${out}=\r\n`, 0];
      out += token;
      length += token.length;
    }
    return out.replace(/[ \t]$/u, (space) => (space === ' ' ? '=20' : '=09'));
  };
  return text.split(/\r?\n/u).map(line).join('\r\n');
}

/** Words that are not ASCII, as RFC 2047 has them; an address in angle brackets stays as it is. */
function encodedWords(value: string): string {
  if (/^[\t\r\n\x20-\x7e]*$/u.test(value)) return value;
  const [, name = value, address = ''] = /^(.*?)(\s*<[^<>]*>)$/su.exec(value) ?? [];
  const chunks = Array.from(name.replaceAll('"', '')).reduce<string[]>((all, letter) => {
    const last = all.at(-1);
    if (last === undefined || Buffer.byteLength(last + letter) > 42) return [...all, letter];
    return [...all.slice(0, -1), last + letter];
  }, []);
  return chunks.map((chunk) => `=?UTF-8?B?${Buffer.from(chunk).toString('base64')}?=`).join('\r\n ') + address;
}

/** The smallest whole picture. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A file of the kind its name says, holding the words. */
export function fileOf(name: string, words: string, cid?: string): File {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  const made: Readonly<Record<string, readonly [string, () => Buffer]>> = {
    pdf: ['application/pdf', () => pdf(words)],
    ics: ['text/calendar', () => Buffer.from(words)],
    png: ['image/png', () => PNG],
    csv: ['text/csv', () => Buffer.from(`date;text;amount\r\n${words}`)],
    txt: ['text/plain', () => Buffer.from(words)],
  };
  const found = made[ending];
  if (found === undefined) throw new RangeError(`no such kind of file: ${name}`);
  const [type, bytes] = found;
  return { name, type, bytes: bytes(), ...(cid === undefined ? {} : { cid }) };
}

/** One page of text. */
function pdf(words: string): Buffer {
  const stream = `BT /F1 11 Tf 56 780 Td 14 TL ${words
    .normalize('NFD')
    .replace(/[^\n\x20-\x7e]/gu, '')
    .split('\n')
    .map((line) => `(${line.replace(/[()\\]/gu, '\\$&')}) Tj T*`)
    .join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(stream.length)} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${String(at + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  return Buffer.from(
    `${text}xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${String(start)}\n%%EOF\n`,
  );
}
