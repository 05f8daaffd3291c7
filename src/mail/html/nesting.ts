// What may stand in what, as browsers mend it: which elements end by themselves, which stand alone, which end a line.

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

export const VOID = set(
  'area base basefont bgsound br col command embed frame hr img input isindex keygen link meta param source track wbr',
);

/** What an opening tag ends, with all that stands in it, as far up as the nearest wall. */
interface Reach {
  readonly ends: ReadonlySet<string>;
  /** Of those, the last one to be looked for: there is none of them in another one. */
  readonly last: ReadonlySet<string>;
  readonly wall: ReadonlySet<string>;
}
const table = set('table');
const groups = set('tbody thead tfoot');
const cells = set('td th');
export const REACHES: ReadonlyMap<string, Reach> = new Map([
  ...[...groups].map((name) => [name, { ends: set('tbody thead tfoot tr th td'), last: groups, wall: table }] as const),
  ['tr', { ends: set('tr th td'), last: set('tr'), wall: table }],
  ...[...cells].map((name) => [name, { ends: cells, last: cells, wall: table }] as const),
  ['li', { ends: set('li'), last: set('li'), wall: set('ul ol menu dir table td th') }],
  ...(['dd', 'dt'] as const).map(
    (name) => [name, { ends: set('dd dt'), last: set('dd dt'), wall: set('dl table td th') }] as const,
  ),
]);

/** Nothing outside of a table. */
export const PARTS_OF_TABLES = set('tbody thead tfoot tr td th caption colgroup col');

/** What an opening tag ends, when that is the innermost open element. */
export const ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['a', set('a')],
  ['option', set('option')],
  ['optgroup', set('option optgroup')],
  ['body', set('head')],
  ...'address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'
    .split(' ')
    .map((name) => [name, set('p')] as const),
]);

/** Nobody need close these. */
export const OPTIONAL = set('html head body p li td th tr tbody thead tfoot option optgroup dd dt colgroup rp rt a');

/** A closing tag of something outside does not reach through these. */
export const WALLS = set('td th table caption');

/** Each stands on lines of its own. */
export const BLOCKS = set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 ' +
    'header hr html li main menu nav ol optgroup option p pre section summary table tbody tfoot thead tr ul',
);

export const CELLS: ReadonlySet<string> = cells;

/** Shows nothing of the text in it. */
export const SILENT = set('script style template datalist iframe noembed noframes');
