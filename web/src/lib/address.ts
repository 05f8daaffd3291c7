// The address of a view, both ways: everything that can be linked to is in it, and nothing that came from outside is
// trusted to be well formed.

export type View =
  | { readonly name: 'queue'; readonly sel?: string; readonly sort: Sort }
  | {
      readonly name: 'incident';
      readonly id: string;
      readonly tab: Tab;
      readonly finding?: string | undefined;
      readonly graph: 'picture' | 'table';
      /** Of the history: two moments that are compared, and one that is asked for. */
      readonly from?: string;
      readonly to?: string;
      readonly at?: string;
    }
  | { readonly name: 'record'; readonly incident: string; readonly finding: string; readonly record?: string }
  | { readonly name: 'hunt'; readonly from?: End; readonly to?: End; readonly asOf?: string }
  | { readonly name: 'mails'; readonly least: Least; readonly sel?: string; readonly after?: string }
  | { readonly name: 'mail'; readonly id: string; readonly tab: MailTab }
  | { readonly name: 'campaign'; readonly id: string; readonly after?: string }
  | { readonly name: 'nowhere'; readonly path: string };

/** Something to look for a way from or to. */
export interface End {
  readonly label: EndLabel;
  readonly key: string;
}

/** The kinds that ways lead from and to, in the order in which they are offered. */
export const endLabels = [
  ...(['User', 'IP', 'Mailbox', 'File', 'Device', 'App', 'Email', 'Rule'] as const),
  ...(['Domain', 'Url', 'Session', 'AuthMethod', 'Campaign', 'Finding', 'Country', 'Asn'] as const),
] as const;
export type EndLabel = (typeof endLabels)[number];

export const sorts = ['score', 'change', 'chance'] as const;
export type Sort = (typeof sorts)[number];

export const tabs = ['overview', 'findings', 'similar', 'notes', 'history'] as const;
export type Tab = (typeof tabs)[number];

/** Least scores of the list of mail: where the marks change. */
export const leasts = ['0', '30', '60', '80'] as const;
export type Least = (typeof leasts)[number];

/** A message as safe text, as it was designed, and as it came. */
export const mailTabs = ['text', 'designed', 'source'] as const;
export type MailTab = (typeof mailTabs)[number];

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
        ...(finding !== null && /^\d{1,4}[a-z]{0,4}$/.test(finding) && { finding }),
        ...momentIn(asked, 'from'),
        ...momentIn(asked, 'to'),
        ...momentIn(asked, 'at'),
      };
    const record = asked.get('r');
    if (third === 'finding' && fourth !== undefined)
      return { name: 'record', incident: second, finding: fourth, ...(record !== null && { record }) };
  }
  if (first === 'hunt' && second === undefined)
    return { name: 'hunt', ...endIn(asked, 'from'), ...endIn(asked, 'to'), ...momentIn(asked, 'asOf') };
  const after = asked.get('after');
  const place = after !== null && after.length <= 2_000 ? { after } : {};
  if (first === 'mail' && second === undefined)
    return { name: 'mails', least: oneOf(leasts, asked.get('least')), ...(sel !== null && { sel }), ...place };
  if (first === 'mail' && second !== undefined && second !== '' && third === undefined)
    return { name: 'mail', id: second, tab: oneOf(mailTabs, asked.get('tab')) };
  if (first === 'campaign' && second !== undefined && second !== '' && third === undefined)
    return { name: 'campaign', id: second, ...place };
  return { name: 'nowhere', path: url.pathname };
}

/** A time as we write it, to the second or the millisecond. */
const isMoment = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(text) && !Number.isNaN(Date.parse(text));

function momentIn<K extends string>(asked: URLSearchParams, name: K): Partial<Record<K, string>> {
  const value = asked.get(name);
  return (value !== null && isMoment(value) ? { [name]: value } : {}) as Partial<Record<K, string>>;
}

function endIn<K extends string>(asked: URLSearchParams, name: K): Partial<Record<K, End>> {
  const [, given, key = ''] = /^(\w+):(.+)$/s.exec(asked.get(name) ?? '') ?? [];
  const label = endLabels.find((one) => one === given);
  return (label === undefined ? {} : { [name]: { label, key } }) as Partial<Record<K, End>>;
}

const endSaid = (end: End | undefined): string | undefined => end && `${end.label}:${end.key}`;

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
        from: view.from,
        to: view.to,
        at: view.at,
      })}`;
    case 'record':
      return `/incident/${encodeURIComponent(view.incident)}/finding/${encodeURIComponent(view.finding)}${query({ r: view.record })}`;
    case 'hunt':
      return `/hunt${query({ from: endSaid(view.from), to: endSaid(view.to), asOf: view.asOf })}`;
    case 'mails':
      return `/mail${query({ least: view.least === '0' ? undefined : view.least, sel: view.sel, after: view.after })}`;
    case 'mail':
      return `/mail/${encodeURIComponent(view.id)}${query({ tab: view.tab === 'text' ? undefined : view.tab })}`;
    case 'campaign':
      return `/campaign/${encodeURIComponent(view.id)}${query({ after: view.after })}`;
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
