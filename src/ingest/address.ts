// Addresses as records write them, brought to one form; and which of them say where somebody was.
//
// One audit log writes `1.2.3.4`, `1.2.3.4:33758`, bare IPv6, `[2a01::1]:52903`, `::ffff:1.2.3.4`, `::1`, nothing,
// `<null>` and `0.0.0.0`, in three fields.

/** Lower case, no port, brackets or zone; IPv6 as RFC 5952 has it, IPv4 inside IPv6 as IPv4. Undefined when it is no address. */
export function canonicalAddress(text: string | undefined): string | undefined {
  const bytes = text === undefined ? undefined : bytesOf(bare(text.trim().toLowerCase()));
  if (bytes === undefined || bytes.every((byte) => byte === 0)) return undefined;
  return bytes.length === 4 ? bytes.join('.') : compressed(bytes);
}

/** The address belongs to Microsoft's own service or to the machine itself: nobody sat there. Takes the canonical form. */
export const isServiceAddress = (address: string): boolean => isWithin(address, SERVICE);

/** An address that means something only inside one network, so that no database knows its country. */
export const isPrivateAddress = (address: string): boolean => isWithin(address, PRIVATE);

/** A network in CIDR notation, its address as bytes. */
interface Range {
  readonly bytes: readonly number[];
  readonly bits: number;
}

function bare(text: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(text);
  if (bracketed !== null) return withoutZone(bracketed[1] ?? '');
  const withPort = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text);
  return withPort === null ? withoutZone(text) : (withPort[1] ?? '');
}

const withoutZone = (text: string): string => text.replace(/%.*$/, '');

function bytesOf(text: string): readonly number[] | undefined {
  if (!text.includes(':')) return bytesOfV4(text);
  const bytes = bytesOfV6(text);
  return bytes !== undefined && isMapped(bytes) ? bytes.slice(12) : bytes;
}

// A leading zero is octal to some readers and decimal to others, so it is an address to none.
const BYTE = '(0|[1-9]\\d{0,2})';
const IPV4 = new RegExp(`^${BYTE}\\.${BYTE}\\.${BYTE}\\.${BYTE}$`);

function bytesOfV4(text: string): readonly number[] | undefined {
  const bytes = IPV4.exec(text)?.slice(1).map(Number);
  return bytes?.every((byte) => byte < 256) === true ? bytes : undefined;
}

function bytesOfV6(text: string): readonly number[] | undefined {
  const halves = text.split('::').map(groupsOf);
  const [before, after] = halves;
  if (before === undefined || halves.length > 2) return undefined;
  if (after === undefined) return halves.length === 1 && before.length === 16 ? before : undefined;

  const gap = 16 - before.length - after.length;
  return gap >= 2 ? [...before, ...Array<number>(gap).fill(0), ...after] : undefined;
}

function groupsOf(half: string): number[] | undefined {
  if (half === '') return [];
  const groups = half.split(':');
  const last = groups.at(-1)?.includes('.') === true ? bytesOfV4(groups.pop() ?? '') : [];
  if (last === undefined || !groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return undefined;
  return [...groups.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]), ...last];
}

const isMapped = (bytes: readonly number[]): boolean =>
  bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;

/** RFC 5952: the longest run of zero groups, and of equal runs the first, becomes `::`; a single zero stays. */
function compressed(bytes: readonly number[]): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0));
  const run = longestRunOfZeros(groups);
  const written = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  if (run.length < 2) return written(groups);
  return `${written(groups.slice(0, run.start))}::${written(groups.slice(run.start + run.length))}`;
}

function longestRunOfZeros(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === 0) end++;
    if (end - start > best.length) best = { start, length: end - start };
  }
  return best;
}

function isWithin(address: string, ranges: readonly Range[]): boolean {
  const bytes = bytesOf(address);
  return bytes !== undefined && ranges.some((range) => range.bytes.length === bytes.length && sharesPrefix(bytes, range));
}

function sharesPrefix(bytes: readonly number[], range: Range): boolean {
  const whole = range.bits >> 3;
  for (let index = 0; index < whole; index++) if (bytes[index] !== range.bytes[index]) return false;

  const mask = (0xff << (8 - (range.bits & 7))) & 0xff;
  return mask === 0 || ((bytes[whole] ?? 0) & mask) === ((range.bytes[whole] ?? 0) & mask);
}

function range(cidr: string): Range {
  const [address = '', bits = ''] = cidr.split('/');
  const bytes = bytesOf(address);
  if (bytes === undefined) throw new Error(`${cidr} is no network`);
  return { bytes, bits: bits === '' ? bytes.length * 8 : Number(bits) };
}

// Microsoft's published worldwide endpoints for Exchange Online, SharePoint, Office and Entra, whose front ends stand in
// ClientIP where a directory change was relayed. Azure's customers' ranges are left out: an attacker may rent there.
const SERVICE: readonly Range[] = [
  '13.107.0.0/16',
  '20.20.32.0/19',
  '20.190.128.0/18',
  '20.231.128.0/19',
  '23.103.160.0/20',
  '40.92.0.0/15',
  '40.96.0.0/13',
  '40.104.0.0/15',
  '40.107.0.0/16',
  '40.108.128.0/17',
  '40.126.0.0/18',
  '52.96.0.0/14',
  '52.100.0.0/14',
  '52.104.0.0/14',
  '52.108.0.0/14',
  '52.112.0.0/14',
  '104.47.0.0/17',
  '104.146.128.0/17',
  '131.253.33.215',
  '132.245.0.0/16',
  '150.171.32.0/22',
  '150.171.40.0/22',
  '204.79.197.215',
  '2603:1000::/24',
  '2a01:111::/32',
  '2620:1ec::/32',
  '127.0.0.0/8',
  '::1',
].map(range);

const PRIVATE: readonly Range[] = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  'fc00::/7',
  'fe80::/10',
].map(range);
