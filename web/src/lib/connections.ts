// How an incident connects, laid out by meaning and not by force: where it came from, who, what was touched, who is at
// risk. What explains it and what each thing is comes from the API; same answer, same picture; nothing here draws.

import { strengthOf, type Strength } from './words.ts';

export interface Ref {
  readonly label: string;
  readonly key: string;
}

/** What the API explains an incident by. Findings are ids. */
export interface Explained {
  readonly things: readonly (Ref & {
    readonly name: string;
    readonly part: string;
    readonly firstAt: string;
    readonly findings: readonly string[];
    readonly folded: readonly Ref[];
    readonly foldedCount: number;
  })[];
  readonly ties: readonly {
    readonly from: Ref;
    readonly to: Ref;
    readonly findings: readonly string[];
    readonly at: string;
    readonly mechanism: string | null;
    readonly weight: number;
    readonly because: string;
  }[];
  /** Things there are, shown or not. */
  readonly all: number;
}

/** What holds two findings together. */
export interface LinkHere {
  readonly from: string;
  readonly to: string;
  readonly mechanism: string;
  readonly weight: number;
  readonly because: string;
  /** What both touch. */
  readonly bridge: Ref;
}

interface FindingHere {
  readonly id: string;
  readonly number: string;
  readonly about: readonly (Ref & { readonly role: string })[];
}

const parts = ['cameFrom', 'who', 'touched', 'atRisk', 'bystander'];

/** The parts by the column each stands in. */
export const columns = ['Came from', 'Who', 'Touched', 'At risk', 'Also there'] as const;

export interface Thing {
  readonly id: string;
  readonly label: string;
  /** The members that are named: one, or some of those folded together. */
  readonly keys: readonly string[];
  readonly name: string;
  /** Code of the country that an address is said to be in. */
  readonly country?: string | undefined;
  /** How many it stands for. */
  readonly amount: number;
  readonly column: number;
  readonly firstAt: number;
  readonly findings: readonly string[];
}

/** Why two things hang together. */
export interface Why {
  /** Ids of findings. */
  readonly findings: readonly string[];
  /** Of the link it stands for; absent where one finding names both. */
  readonly mechanism: string | null;
  readonly weight: number;
  readonly because: string;
}

export interface Tie {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Numbers of the findings that say so. */
  readonly findings: readonly string[];
  readonly at: number;
  /** Of the heaviest. */
  readonly strength: Strength;
  readonly whys: readonly Why[];
  /** Links between its findings, and from them to others over what it ties; the strongest first. */
  readonly links: readonly LinkHere[];
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

/** A finding that is not among those given is not spoken of. */
export function connect(
  explained: Explained,
  findings: readonly FindingHere[],
  links: readonly LinkHere[] = [],
  rows = mostRows,
): Connections {
  const numbers = new Map(findings.map(({ id, number }) => [id, number]));
  const countries = countriesOf(findings);
  const tied = (ref: Ref): number => explained.ties.filter(({ from, to }) => isSame(from, ref) || isSame(to, ref)).length;
  const single = explained.things.map((thing): Weighed => ({
    id: idOf(thing),
    label: thing.label,
    keys: [thing.key, ...thing.folded.map(({ key }) => key)],
    members: [idOf(thing)],
    name: thing.name,
    amount: 1 + thing.foldedCount,
    column: parts.includes(thing.part) ? parts.indexOf(thing.part) : parts.indexOf('bystander'),
    firstAt: Date.parse(thing.firstAt),
    findings: numbered(thing.findings, numbers),
    worth: tied(thing),
    ...(thing.label === 'IP' && thing.foldedCount === 0 && { country: countries.get(thing.key) }),
  }));
  const folded = columns.flatMap((_, column) =>
    fold(
      single.filter((thing) => thing.column === column),
      rows,
    ),
  );
  const shown = single.reduce((sum, { amount }) => sum + amount, 0);
  return { things: folded, ties: tiesOf(explained.ties, numbers, links, folded), shown, all: explained.all };
}

const idOf = ({ label, key }: Ref): string => `${label}\n${key}`;
const isSame = (a: Ref, b: Ref): boolean => a.label === b.label && a.key === b.key;

/** The country of an address, where findings of that one place name one, and no other finding names another. */
function countriesOf(findings: readonly FindingHere[]): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { about } of findings) {
    const of = (kind: string): string[] =>
      about.flatMap(({ label, role, key }) => (label === kind && role === 'place' ? key : []));
    const [[country, ...others], [address, ...more]] = [of('Country'), of('IP')];
    if (country === undefined || address === undefined || others.length + more.length > 0) continue;
    found.set(address, (found.get(address) ?? new Set()).add(country));
  }
  return new Map([...found].flatMap(([address, said]) => (said.size === 1 ? [[address, [...said].join('')]] : [])));
}

const numbered = (ids: readonly string[], numbers: ReadonlyMap<string, string>): string[] => [
  ...new Set(ids.flatMap((id) => numbers.get(id) ?? [])),
];

interface Weighed extends Thing {
  /** Ids of the things it is made of. */
  readonly members: readonly string[];
  readonly worth: number;
}

const byTime = (a: Thing, b: Thing): number => a.firstAt - b.firstAt || (a.id < b.id ? -1 : 1);

/** While there are too many for the room, the least tied of the commonest kind go together. */
function fold(column: readonly Weighed[], rows: number): Weighed[] {
  let left = [...column];
  for (let spare = rows; left.length > rows && spare > 0; spare--) left = fewer(left, left.length - rows + 1);
  return left.sort(byTime);
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
    country: undefined,
    members: ordered.flatMap(({ members }) => members),
    amount: ordered.reduce((sum, { amount }) => sum + amount, 0),
    findings: [...new Set(ordered.flatMap(({ findings }) => findings))],
    worth: Math.max(...ordered.map(({ worth }) => worth)),
  };
}

/** From left to right, and in a column from the earlier; ties of what went together are one, with all that was said. */
function tiesOf(
  told: Explained['ties'],
  numbers: ReadonlyMap<string, string>,
  links: readonly LinkHere[],
  things: readonly Weighed[],
): Tie[] {
  const holder = new Map(things.flatMap((thing) => thing.members.map((id) => [id, thing] as const)));
  const ties = new Map<string, Tie>();
  for (const { from, to, at, ...why } of told) {
    const [a, b] = [holder.get(idOf(from)), holder.get(idOf(to))];
    if (a === undefined || b === undefined || a === b) continue;
    const isBackwards = a.column === b.column ? byTime(a, b) > 0 : a.column > b.column;
    const [left, right] = isBackwards ? [b, a] : [a, b];
    const id = `${left.id}\n${right.id}`;
    const known = ties.get(id);
    const whys = [...(known?.whys ?? []), why];
    ties.set(id, {
      id,
      from: left.id,
      to: right.id,
      findings: [...new Set([...(known?.findings ?? []), ...numbered(why.findings, numbers)])],
      at: Math.min(Date.parse(at), known?.at ?? Infinity),
      strength: strengthOf(Math.max(...whys.map(({ weight }) => weight))),
      whys,
      links: linksOn(
        whys.flatMap((one) => one.findings),
        [...left.members, ...right.members],
        links,
      ),
    });
  }
  return [...ties.values()];
}

function linksOn(findings: readonly string[], members: readonly string[], links: readonly LinkHere[]): LinkHere[] {
  const here = new Set(findings);
  const over = new Set(members);
  return links
    .filter(
      ({ from, to, bridge }) => (here.has(from) && here.has(to)) || ((here.has(from) || here.has(to)) && over.has(idOf(bridge))),
    )
    .sort((a, b) => b.weight - a.weight);
}

/** Two findings, and all that ties them. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  /** Of the strongest. */
  readonly weight: number;
  readonly mechanisms: readonly string[];
}

/** The most strongly tied first. */
export function pairsOf(links: readonly LinkHere[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { from, to, weight, mechanism } of [...links].sort((a, b) => b.weight - a.weight)) {
    const known = pairs.get(`${from}\n${to}`) ?? { from, to, weight, mechanisms: [] };
    pairs.set(`${from}\n${to}`, { ...known, mechanisms: [...new Set([...known.mechanisms, mechanism])] });
  }
  return [...pairs.values()];
}

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

/** How far a line within a column swings out beside it: to the left, but of the leftmost column, which has no room there. */
const swing = (x: number): number => (x < 160 ? 64 : -64);

/** The two control points of the curve that leaves and arrives level. */
export const controls = (from: Point, to: Point): [Point, Point] => {
  const middle = from.x === to.x ? from.x + swing(from.x) : (from.x + to.x) / 2;
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
    const size = { width: chipsWidth(tie), height: 20 };
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

/** Pixels that the chips of a line take, and what can be done with it; two digits are wider than one. */
const chipsWidth = ({ findings, links }: Tie): number =>
  findings.slice(0, mostChips).reduce((sum, number) => sum + 14 + 7 * number.length, findings.length > mostChips ? 22 : 0) +
  (links.length > 0 ? 24 : 0);

/** More numbers than this on one line become "+3". */
export const mostChips = 3;
const steps = [0, -0.04, 0.04, -0.08, 0.08, -0.12, 0.12, -0.16, 0.16, -0.2, 0.2, -0.24, 0.24];
