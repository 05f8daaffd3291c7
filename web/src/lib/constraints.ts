// What people said of which findings belong together: what stands, whom it names, and who may say it.

export interface Said {
  readonly id: string;
  readonly kind: 'pin' | 'cut';
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly undoneBy: string | null;
}

export const stands = ({ undoneBy }: Said): boolean => undoneBy === null;

const names = ({ from, to }: Said, finding: string): boolean => from.includes(finding) || to.includes(finding);

/** What stands and names the finding, the kinds each once: how it is marked wherever it is shown. */
export const marksOf = (all: readonly Said[], finding: string): Said['kind'][] => [
  ...new Set(all.filter((one) => stands(one) && names(one, finding)).map(({ kind }) => kind)),
];

/** What stands and holds two findings together, or apart. */
export function between<T extends Said>(all: readonly T[], a: string, b: string): T | undefined {
  const isBetween = ({ kind, from, to }: Said): boolean =>
    kind === 'cut'
      ? (from.includes(a) && to.includes(b)) || (from.includes(b) && to.includes(a))
      : [...from, ...to].includes(a) && [...from, ...to].includes(b);
  return all.find((one) => stands(one) && isBetween(one));
}

const roles = ['VIEWER', 'ANALYST', 'RESPONDER', 'ADMIN'];

/** Why this role may not say what belongs together; undefined where it may. */
export const mayNotSay = (role: string | undefined): string | undefined =>
  role !== undefined && roles.indexOf(role) >= roles.indexOf('ANALYST')
    ? undefined
    : `This needs the role ANALYST; you have ${role ?? 'none'}.`;

/** The id of an incident in what somebody typed or pasted: the id itself, or the address of its page. */
export function incidentIn(text: string): string {
  const [, inAddress] = /\/incident\/([^/?#\s]+)/.exec(text) ?? [];
  if (inAddress === undefined) return text.trim();
  try {
    return decodeURIComponent(inAddress);
  } catch {
    return inAddress;
  }
}
