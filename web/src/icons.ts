// The icon of each label, drawn once: as paths for the page, and as files for the graph, which is a canvas.

/** What the colour tokens are named after: `--e-user` and so on. */
export type Kind = 'user' | 'device' | 'ip' | 'mail' | 'rule' | 'file' | 'method' | 'app';

interface Look {
  readonly kind: Kind;
  /** What a person calls one, and several. */
  readonly one: string;
  readonly many: string;
  /** A shape of cytoscape's. */
  readonly shape: string;
  /** On a grid of 16. */
  readonly path: string;
}

const looks = {
  User: {
    kind: 'user',
    one: 'person',
    many: 'people',
    shape: 'ellipse',
    path: 'M8 8.2a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8zM2.8 13.8c.5-2.7 2.5-4 5.2-4s4.7 1.3 5.2 4',
  },
  App: {
    kind: 'app',
    one: 'app',
    many: 'apps',
    shape: 'octagon',
    path: 'M2.5 2.5h4.5v4.5h-4.5zM9 2.5h4.5v4.5h-4.5zM2.5 9h4.5v4.5h-4.5zM9 9h4.5v4.5h-4.5z',
  },
  Device: {
    kind: 'device',
    one: 'device',
    many: 'devices',
    shape: 'round-rectangle',
    path: 'M2 3h12v8h-12zM6 13.5h4M8 11v2.5',
  },
  IP: {
    kind: 'ip',
    one: 'address',
    many: 'addresses',
    shape: 'hexagon',
    path: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM2 8h12M8 2c2 1.8 2.8 3.8 2.8 6s-.8 4.2-2.8 6c-2-1.8-2.8-3.8-2.8-6s.8-4.2 2.8-6z',
  },
  Asn: {
    kind: 'ip',
    one: 'network',
    many: 'networks',
    shape: 'hexagon',
    path: 'M8 2v4M8 6l-5 5M8 6l5 5M3 11v2.5M13 11v2.5M8 6v7.5',
  },
  Country: {
    kind: 'ip',
    one: 'country',
    many: 'countries',
    shape: 'pentagon',
    path: 'M8 14.2c-3-3.2-4.5-5.6-4.5-7.6a4.5 4.5 0 0 1 9 0c0 2-1.5 4.4-4.5 7.6zM8 8.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z',
  },
  Domain: { kind: 'ip', one: 'domain', many: 'domains', shape: 'tag', path: 'M2 4h8l4 4-4 4h-8zM5 8h.01' },
  Url: {
    kind: 'ip',
    one: 'link',
    many: 'links',
    shape: 'tag',
    path: 'M6.5 9.5l3-3M7 5l1.5-1.5a2.8 2.8 0 0 1 4 4l-1.5 1.5M9 11l-1.5 1.5a2.8 2.8 0 0 1-4-4l1.5-1.5',
  },
  Mailbox: {
    kind: 'mail',
    one: 'mailbox',
    many: 'mailboxes',
    shape: 'barrel',
    path: 'M2 9l2-6h8l2 6v4h-12zM2 9h3.5l1 2h3l1-2h3.5',
  },
  Email: { kind: 'mail', one: 'mail', many: 'mails', shape: 'rectangle', path: 'M2 3.5h12v9h-12zM2 4l6 5 6-5' },
  Campaign: {
    kind: 'mail',
    one: 'campaign',
    many: 'campaigns',
    shape: 'rectangle',
    path: 'M4.5 2h9.5v7h-9.5zM4.5 2.5l4.75 3.5 4.75-3.5M2 5v7h9.5',
  },
  Rule: { kind: 'rule', one: 'rule', many: 'rules', shape: 'diamond', path: 'M2.5 3h11l-4.2 5.2v4.8l-2.6-1.3v-3.5z' },
  File: { kind: 'file', one: 'file', many: 'files', shape: 'cut-rectangle', path: 'M4 2h5l3.5 3.5v8.5h-8.5zM9 2v3.5h3.5' },
  AuthMethod: {
    kind: 'method',
    one: 'second factor',
    many: 'second factors',
    shape: 'round-hexagon',
    path: 'M4.5 1.8h7v12.4h-7zM7.5 12h1',
  },
  Session: {
    kind: 'method',
    one: 'session',
    many: 'sessions',
    shape: 'rhomboid',
    path: 'M6 10.5a3.2 3.2 0 1 1 2-1l1.5.1.3 1.5 1.5.3.3 1.6h2.4v-2l-5-4.3',
  },
} as const satisfies Readonly<Record<string, Look>>;

const unknownLook: Look = {
  kind: 'device',
  one: 'thing',
  many: 'things',
  shape: 'ellipse',
  path: 'M8 13a5 5 0 1 0 0-10 5 5 0 0 0 0 10z',
};

export const lookOf = (label: string): Look => (label in looks ? looks[label as keyof typeof looks] : unknownLook);

export type Theme = 'light' | 'dark';
export const iconFile = (label: string, theme: Theme): string => `icons/${label.toLowerCase()}-${theme}.svg`;

/** One file for each label and theme, in the colour that tokens.css gives its kind. */
export function iconFiles(tokens: string): { readonly fileName: string; readonly source: string }[] {
  return Object.entries(looks).flatMap(([label, { kind, path }]) =>
    (['light', 'dark'] as const).map((theme) => ({
      fileName: iconFile(label, theme),
      source: `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 16 16" fill="none" stroke="${colour(tokens, `--e-${kind}`, theme)}" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>\n`,
    })),
  );
}

/** What a token is in a theme: the light value stands first in the file. */
function colour(tokens: string, name: string, theme: Theme): string {
  const values = [...tokens.matchAll(new RegExp(`${name}: (#[0-9a-f]{6});`, 'g'))].map(([, value = '']) => value);
  const value = theme === 'light' ? values[0] : values[1];
  if (value === undefined) throw new Error(`tokens.css has no ${name} for the ${theme} theme.`);
  return value;
}
