// Tactics and techniques as ATT&CK names them, from the ways products write them.

const TACTICS: readonly string[] = [
  'reconnaissance',
  'resource-development',
  'initial-access',
  'execution',
  'persistence',
  'privilege-escalation',
  'defense-evasion',
  'credential-access',
  'discovery',
  'lateral-movement',
  'collection',
  'command-and-control',
  'exfiltration',
  'impact',
];

const byName = new Map(TACTICS.map((tactic) => [tactic.replaceAll('-', ''), tactic]));
// Categories of older schemas and of products that think in threats.
for (const [name, tactic] of [
  ['preattack', 'reconnaissance'],
  ['phishing', 'initial-access'],
  ['exploitation', 'initial-access'],
  ['malware', 'execution'],
  ['exploit', 'execution'],
  ['backdoor', 'persistence'],
  ['credentialtheft', 'credential-access'],
  ['credentialstealing', 'credential-access'],
  ['commandandcontrol', 'command-and-control'],
  ['datalossprevention', 'exfiltration'],
  ['dataexfiltration', 'exfiltration'],
  ['ransomware', 'impact'],
] as const)
  byName.set(name, tactic);

/** `InitialAccess, CredentialAccess`, `["InitialAccess"]`, `SuspiciousActivity`: known tactics in the order of an attack. */
export function tacticsIn(...texts: readonly (string | undefined)[]): readonly string[] {
  const told = texts.flatMap((text) => (text ?? '').split(/[,;[\]"]+/)).map((text) => text.toLowerCase().replace(/[^a-z]/g, ''));
  const found = new Set(told.flatMap((name) => byName.get(name) ?? []));
  return TACTICS.filter((tactic) => found.has(tactic));
}

/** Technique ids wherever they stand in text: `T1078`, `["T1566.002"]`, `Phishing (T1566)`. Sorted. */
export const techniquesIn = (...texts: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(texts.flatMap((text) => (text ?? '').toUpperCase().match(/\bT\d{4}(?:\.\d{3})?\b/g) ?? []))].sort();
