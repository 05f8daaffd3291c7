// The objects of one alert's JSON, which refer to each other: any may carry `$id`, and elsewhere `{"$ref": "3"}` stands
// for the whole object, before or after it is defined, at any depth. References may dangle or go in circles.

/** An object as it was parsed: nothing is known of its values. */
export type Thing = Readonly<Record<string, unknown>>;

/** Real alerts hold a few hundred objects, nested fewer than ten deep; what holds more was made to break readers. */
const MOST_OBJECTS = 10_000;
const DEEPEST = 50;

// What a product says about its own handling of a thing, and the addresses a host has for itself: no evidence.
const ASIDE: ReadonlySet<string> = new Set([
  'FileHashes',
  'IpInterfaces',
  'Metadata',
  'RbacScopes',
  'RemediationProviders',
  'ResourceIdentifiers',
  'ThreatAnalysisSummary',
]);

export interface Objects {
  /** Every object once, outer before inner, in the order they stand in. */
  readonly all: readonly Thing[];
  /** The object a value is or refers to; undefined for text, lists and references that lead nowhere. */
  readonly follow: (value: unknown) => Thing | undefined;
}

export function objectsIn(document: unknown): Objects {
  const all: Thing[] = [];
  const byId = new Map<string, Thing>();
  const seen = new Set<unknown>();
  let visits = 0;
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > DEEPEST || visits >= MOST_OBJECTS || seen.has(value)) return;
    visits += 1;
    seen.add(value);
    if (Array.isArray(value)) {
      for (const element of value) visit(element, depth + 1);
      return;
    }
    const thing = value as Thing;
    if (isReference(thing)) return;
    const id = idOf(thing['$id']);
    if (id !== undefined && !byId.has(id)) byId.set(id, thing);
    all.push(thing);
    for (const [name, inner] of Object.entries(thing)) if (!ASIDE.has(name)) visit(inner, depth + 1);
  };
  visit(document, 0);
  return { all, follow: (value) => followed(value, byId) };
}

function followed(value: unknown, byId: ReadonlyMap<string, Thing>): Thing | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const thing = value as Thing;
  return isReference(thing) ? byId.get(idOf(thing['$ref']) ?? '') : thing;
}

const isReference = (thing: Thing): boolean => idOf(thing['$ref']) !== undefined;

const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** Text of a property, by the first of its names that holds something; numbers as text, nothing for `null` and blanks. */
export function textIn(thing: Thing | undefined, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = thing !== undefined && Object.hasOwn(thing, name) ? thing[name] : undefined;
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') continue;
    const text = value.trim();
    if (text !== '' && text.toLowerCase() !== 'null') return text;
  }
  return undefined;
}

/** Texts of a list, or of one text alone. */
export function textsIn(thing: Thing, name: string): readonly string[] {
  const value = Object.hasOwn(thing, name) ? thing[name] : undefined;
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).flatMap((text) =>
    typeof text === 'string' && text.trim() !== '' ? [text.trim()] : [],
  );
}
