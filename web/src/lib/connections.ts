// How an incident connects, laid out by meaning and not by force: where it came from, who, what was touched, who is at
// risk. Same findings, same picture; nothing here draws.

export interface Ref {
  readonly label: string;
  readonly key: string;
}

export interface About extends Ref {
  readonly role: string;
}

export interface FindingHere {
  readonly id: string;
  readonly number: string;
  readonly at: number;
  readonly severity: string;
  readonly about: readonly About[];
}

export interface LinkHere {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
  readonly bridge: Ref;
}

export const columns = ['Came from', 'Who', 'Touched', 'At risk'] as const;

export interface Thing {
  readonly id: string;
  readonly label: string;
  /** The members: one, or those folded together. */
  readonly keys: readonly string[];
  /** Code of the country that an address is said to be in. */
  readonly country?: string;
  readonly column: number;
  readonly firstAt: number;
  readonly findings: readonly string[];
}

export interface Tie {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Numbers of the findings that say so. */
  readonly findings: readonly string[];
  readonly at: number;
  /** 1 to 4, by the heaviest link that the findings hold. */
  readonly strength: 1 | 2 | 3 | 4;
}

export interface Connections {
  readonly things: readonly Thing[];
  readonly ties: readonly Tie[];
  /** How many things stand in the picture, folded ones counted one by one, and how many there are. */
  readonly shown: number;
  readonly all: number;
}

/** Rows a column holds before its likes fold; four columns of six are the most a first picture has. */
export const mostRows = 6;

/** Pixels that a thing and the two lines under it need. */
const rowHeight = 76;

/** How many rows a picture of that height has room for; two at least, or nothing could be told apart. */
export const rowsIn = (height: number): number => Math.max(2, Math.min(mostRows, Math.floor(height / rowHeight)));

export function connect(findings: readonly FindingHere[], links: readonly LinkHere[], rows = mostRows): Connections {
  const single = thingsOf(findings.map(oneOrigin), links);
  const things = columns.flatMap((_, column) =>
    fold(
      single.filter((thing) => thing.column === column),
      rows,
    ),
  );
  const ties = tiesOf(findings, links, things);
  const shown = things.reduce((sum, { keys }) => sum + keys.length, 0);
  const all = new Set(findings.flatMap(({ about }) => about.map(idOf))).size;
  return { things, ties, shown, all };
}

interface Origin extends About {
  readonly country?: string;
}

/** An address, its country and the session opened from there are one place to come from: the address stands for them. */
function oneOrigin(finding: FindingHere): FindingHere & { readonly about: readonly Origin[] } {
  const isAddress = ({ label, role }: About): boolean => label === 'IP' && role === 'place';
  if (!finding.about.some(isAddress)) return finding;
  const [country, ...others] = finding.about.filter(({ label, role }) => label === 'Country' && role === 'place');
  const about = finding.about
    .filter(({ label, role }) => !(role === 'place' && label === 'Country') && role !== 'session')
    .map((ref) => (isAddress(ref) && country !== undefined && others.length === 0 ? { ...ref, country: country.key } : ref));
  return { ...finding, about };
}

const idOf = ({ label, key }: Ref): string => `${label}\n${key}`;

/** Roles in the order in which one wins over another for the place of a thing. */
const columnOf: Readonly<Record<string, number>> = {
  actor: 1,
  rule: 2,
  mailbox: 2,
  file: 2,
  method: 2,
  app: 2,
  mail: 2,
  link: 2,
  target: 3,
  device: 0,
  session: 0,
  place: 0,
};
const ranks = Object.keys(columnOf);
const rank = (role: string): number => (ranks.includes(role) ? ranks.indexOf(role) : ranks.length);

const severities = ['informational', 'low', 'medium', 'high'];

interface Weighed extends Thing {
  readonly worth: number;
}

function thingsOf(
  findings: readonly (FindingHere & { readonly about: readonly Origin[] })[],
  links: readonly LinkHere[],
): Weighed[] {
  const bridges = new Map<string, number>();
  for (const { bridge, weight } of links) bridges.set(idOf(bridge), Math.max(weight, bridges.get(idOf(bridge)) ?? 0));

  const found = new Map<string, Weighed & { readonly role: string }>();
  for (const { number, at, severity, about } of findings)
    for (const ref of about) {
      const id = idOf(ref);
      const known = found.get(id);
      const country = ref.country ?? known?.country;
      const role = known !== undefined && rank(known.role) <= rank(ref.role) ? known.role : ref.role;
      found.set(id, {
        id,
        label: ref.label,
        keys: [ref.key],
        role,
        column: columnOf[role] ?? 2,
        firstAt: Math.min(at, known?.firstAt ?? at),
        findings: [...new Set([...(known?.findings ?? []), number])],
        worth: (known?.worth ?? bridges.get(id) ?? 0) + severities.indexOf(severity),
        ...(country !== undefined && { country }),
      });
    }
  return [...found.values()];
}

const byTime = (a: Thing, b: Thing): number => a.firstAt - b.firstAt || (a.id < b.id ? -1 : 1);

/** First what no finding tells apart; then, while there are too many, the least telling of the commonest kind. */
function fold(column: readonly Weighed[], rows: number): Thing[] {
  let left = alike(column);
  for (let spare = rows; left.length > rows && spare > 0; spare--) left = fewer(left, left.length - rows + 1);
  return left.sort(byTime).map(({ id, label, keys, column, firstAt, findings, country }) => ({
    ...{ id, label, keys, column, firstAt, findings },
    ...(country !== undefined && keys.length === 1 && { country }),
  }));
}

function alike(column: readonly Weighed[]): Weighed[] {
  const groups = new Map<string, Weighed[]>();
  for (const thing of column) {
    const like = `${thing.label}\n${thing.findings.join(' ')}`;
    groups.set(like, [...(groups.get(like) ?? []), thing]);
  }
  return [...groups.values()].flatMap((group) => (group.length < 3 ? group : [together(group)]));
}

function fewer(things: readonly Weighed[], surplus: number): Weighed[] {
  const labels = [...new Set(things.map(({ label }) => label))];
  const ofLabel = (label: string): Weighed[] => things.filter((thing) => thing.label === label);
  const common = labels.reduce((a, b) => (ofLabel(b).length > ofLabel(a).length ? b : a));
  const least = ofLabel(common)
    .sort((a, b) => a.worth - b.worth || byTime(b, a))
    .slice(0, Math.max(2, surplus));
  if (least.length < 2) return [...things];
  return [...things.filter((thing) => !least.includes(thing)), together(least)];
}

function together(group: readonly Weighed[]): Weighed {
  const ordered = [...group].sort(byTime);
  const [first] = ordered as [Weighed, ...Weighed[]];
  return {
    ...first,
    keys: ordered.flatMap(({ keys }) => keys),
    findings: [...new Set(ordered.flatMap(({ findings }) => findings))],
    worth: Math.max(...ordered.map(({ worth }) => worth)),
  };
}

function tiesOf(findings: readonly FindingHere[], links: readonly LinkHere[], things: readonly Thing[]): Tie[] {
  const holder = new Map(things.flatMap((thing) => thing.keys.map((key) => [idOf({ label: thing.label, key }), thing] as const)));
  const heaviest = new Map<string, number>();
  for (const { from, to, weight } of links)
    for (const id of [from, to]) heaviest.set(id, Math.max(weight, heaviest.get(id) ?? 0));

  const ties = new Map<string, Tie>();
  for (const { id: finding, number, at, about } of findings) {
    const here = [...new Set(about.flatMap((ref) => holder.get(idOf(ref)) ?? []))];
    const strength = strengthOf(heaviest.get(finding) ?? 0);
    for (const [from, to] of pairs(here)) {
      const id = `${from.id}\n${to.id}`;
      const known = ties.get(id);
      ties.set(id, {
        id,
        from: from.id,
        to: to.id,
        findings: [...new Set([...(known?.findings ?? []), number])],
        at: Math.min(at, known?.at ?? at),
        strength: known !== undefined && known.strength > strength ? known.strength : strength,
      });
    }
  }
  return [...ties.values()];
}

/** From left to right between neighbouring columns; a column that a finding leaves out is stepped over. */
function pairs(here: readonly Thing[]): [Thing, Thing][] {
  const filled = columns.map((_, column) => here.filter((thing) => thing.column === column)).filter((them) => them.length > 0);
  return filled
    .slice(1)
    .flatMap((right, index) => (filled[index] ?? []).flatMap((a) => right.map((b): [Thing, Thing] => [a, b])));
}

const strengthOf = (weight: number): Tie['strength'] => (weight >= 0.6 ? 4 : weight >= 0.35 ? 3 : weight >= 0.15 ? 2 : 1);

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Places in a box of that size: things spread in their column in the order they come in. */
export function places(
  things: readonly Thing[],
  { width, height }: { readonly width: number; readonly height: number },
): Map<string, Point> {
  const at = columnsAt(things, width);
  return new Map(
    columns.flatMap((_, index) => {
      const column = things.filter((thing) => thing.column === index);
      const x = Math.round(at[index] ?? 0);
      return column.map((thing, row): [string, Point] => [
        thing.id,
        { x, y: Math.round(((row + 0.5) / column.length) * height) },
      ]);
    }),
  );
}

/** The middles of the columns: those with something in them share the width evenly; the others are nowhere. */
export function columnsAt(things: readonly Thing[], width: number): (number | undefined)[] {
  const used = columns.map((_, index) => index).filter((index) => things.some(({ column }) => column === index));
  return columns.map((_, index) => (used.includes(index) ? ((used.indexOf(index) + 0.5) / used.length) * width : undefined));
}

/** The two control points of the curve that leaves and arrives level. */
export const controls = (from: Point, to: Point): [Point, Point] => {
  const middle = (from.x + to.x) / 2;
  return [
    { x: middle, y: from.y },
    { x: middle, y: to.y },
  ];
};

/** A point of that curve, `t` from 0 to 1: two parabolas that meet half-way. */
export function along(from: Point, to: Point, t: number): Point {
  const [a, b] = controls(from, to);
  const half = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return t <= 0.5 ? parabola(from, a, half, t * 2) : parabola(half, b, to, t * 2 - 1);
}

const parabola = (p: Point, q: Point, r: Point, t: number): Point => ({
  x: (1 - t) ** 2 * p.x + 2 * t * (1 - t) * q.x + t ** 2 * r.x,
  y: (1 - t) ** 2 * p.y + 2 * t * (1 - t) * q.y + t ** 2 * r.y,
});

/** A box by its middle. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Pixels that two boxes have in common. */
const shared = (a: Box, b: Box): number =>
  Math.max(0, (a.width + b.width) / 2 - Math.abs(a.x - b.x)) * Math.max(0, (a.height + b.height) / 2 - Math.abs(a.y - b.y));

/**
 * Where the chips of each tie stand: on their own curve, nearer the end that fewer ties share, moved along it until they
 * cover neither one another nor what is `taken`, such as names; where there is no such place, where they cover least.
 */
export function chipPlaces(ties: readonly Tie[], at: ReadonlyMap<string, Point>, taken: readonly Box[] = []): Map<string, Point> {
  const boxes = [...taken];
  const ends = (id: string): number => ties.filter(({ from, to }) => from === id || to === id).length;
  const found = new Map<string, Point>();
  for (const tie of ties) {
    const from = at.get(tie.from);
    const to = at.get(tie.to);
    if (from === undefined || to === undefined) continue;
    const size = { width: chipsWidth(tie.findings), height: 20 };
    const middle = 0.5 + 0.18 * Math.sign(ends(tie.from) - ends(tie.to));
    const tries = steps.map((step): Box => ({ ...along(from, to, middle + step), ...size }));
    const covered = (box: Box): number => boxes.reduce((sum, other) => sum + shared(box, other), 0);
    const [first, ...others] = tries.map((box) => ({ box, covered: covered(box) }));
    if (first === undefined) continue;
    const { box } = others.reduce((best, next) => (next.covered < best.covered ? next : best), first);
    boxes.push(box);
    found.set(tie.id, { x: box.x, y: box.y });
  }
  return found;
}

/** Pixels that the chips of a line take; two digits are wider than one. */
const chipsWidth = (numbers: readonly string[]): number =>
  numbers.slice(0, mostChips).reduce((sum, number) => sum + 14 + 7 * number.length, numbers.length > mostChips ? 22 : 0);

/** More numbers than this on one line become "+3". */
export const mostChips = 3;
const steps = [0, -0.04, 0.04, -0.08, 0.08, -0.12, 0.12, -0.16, 0.16, -0.2, 0.2, -0.24, 0.24];
