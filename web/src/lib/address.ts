// The address of a view, both ways: everything that can be linked to is in it, and nothing that came from outside is
// trusted to be well formed.

export type View =
  | { readonly name: 'queue'; readonly sel?: string; readonly sort: Sort }
  | {
      readonly name: 'incident';
      readonly id: string;
      readonly tab: Tab;
      readonly finding?: string;
      readonly graph: 'picture' | 'table';
    }
  | { readonly name: 'record'; readonly incident: string; readonly finding: string; readonly record?: string }
  | { readonly name: 'nowhere'; readonly path: string };

export const sorts = ['score', 'change', 'chance'] as const;
export type Sort = (typeof sorts)[number];

export const tabs = ['overview', 'findings', 'notes'] as const;
export type Tab = (typeof tabs)[number];

const oneOf = <T extends string>(all: readonly T[], value: string | null): T => all.find((one) => one === value) ?? (all[0] as T);

export function read(url: URL): View {
  const [first = '', second, third, fourth] = url.pathname.split('/').slice(1).map(decoded);
  const asked = url.searchParams;
  const sel = asked.get('sel');
  if ((first === '' || first === 'queue') && second === undefined)
    return { name: 'queue', sort: oneOf(sorts, asked.get('sort')), ...(sel !== null && { sel }) };
  if (first === 'incident' && second !== undefined && second !== '') {
    const finding = asked.get('f');
    if (third === undefined)
      return {
        name: 'incident',
        id: second,
        tab: oneOf(tabs, asked.get('tab')),
        graph: asked.get('graph') === 'table' ? 'table' : 'picture',
        ...(finding !== null && /^\d{1,4}[a-z]?$/.test(finding) && { finding }),
      };
    const record = asked.get('r');
    if (third === 'finding' && fourth !== undefined)
      return { name: 'record', incident: second, finding: fourth, ...(record !== null && { record }) };
  }
  return { name: 'nowhere', path: url.pathname };
}

/** Path and query; what is as usual is left out. */
export function write(view: View): string {
  switch (view.name) {
    case 'queue':
      return `/queue${query({ sort: view.sort === 'score' ? undefined : view.sort, sel: view.sel })}`;
    case 'incident':
      return `/incident/${encodeURIComponent(view.id)}${query({
        tab: view.tab === 'overview' ? undefined : view.tab,
        f: view.finding,
        graph: view.graph === 'table' ? 'table' : undefined,
      })}`;
    case 'record':
      return `/incident/${encodeURIComponent(view.incident)}/finding/${encodeURIComponent(view.finding)}${query({ r: view.record })}`;
    case 'nowhere':
      return view.path;
  }
}

function query(fields: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
