// Words for what ties findings, for how strong a tie is, and for what a thing is to the attack.

/** What carries suspicion from one finding to the next, as it follows "the same". */
const mechanisms: Readonly<Record<string, string>> = {
  session: 'same session',
  account: 'same account',
  method: 'same second factor',
  rule: 'same rule',
  mailbox: 'same mailbox',
  device: 'same device',
  file: 'same file',
  address: 'same address',
  mail: 'same mail',
  link: 'same link',
  domain: 'same domain',
  app: 'same app',
  pinned: 'held together by a person',
};

export const mechanismName = (mechanism: string): string => mechanisms[mechanism] ?? mechanism;

export type Strength = 1 | 2 | 3 | 4;

/** 1 to 4, from a weight of 0 to 1: how thick its line is, and what it is called. */
export const strengthOf = (weight: number): Strength => (weight >= 0.6 ? 4 : weight >= 0.35 ? 3 : weight >= 0.15 ? 2 : 1);

const strengths = { 1: 'slight', 2: 'weak', 3: 'strong', 4: 'very strong' } as const;

export const weightName = (weight: number): string => strengths[strengthOf(weight)];

/** From 0 to 1, where 1 is the same in the same order. */
export function likeness(similarity: number): string {
  const percent = Math.round(similarity * 100);
  return percent >= 90 ? 'much the same' : percent >= 65 ? 'very alike' : percent >= 40 ? 'alike' : 'a little alike';
}

const parts: Readonly<Record<string, string>> = {
  cameFrom: 'Came from',
  who: 'Who',
  touched: 'Touched',
  atRisk: 'At risk',
  bystander: 'Also there',
};

export const partName = (part: string): string => parts[part] ?? part;
