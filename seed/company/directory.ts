// What people are called here, and the address that makes.

import { givenNames, surnames } from '../names.ts';
import type { Rng } from '../random.ts';

export interface Name {
  readonly displayName: string;
  /** `Ana.Silva`, or `Ana.Silva2` for the second of the name. */
  readonly alias: string;
}

/** That many people, two of whom may share a name but never an address. */
export function drawNames(rng: Rng, count: number): Name[] {
  const taken = new Map<string, number>();
  return Array.from({ length: count }, () => {
    const [given, family] = [rng.pick(givenNames), rng.pick(surnames)];
    const plain = `${given}.${family.replace(/[^A-Za-z]/g, '')}`;
    const before = taken.get(plain) ?? 0;
    taken.set(plain, before + 1);
    return { displayName: `${given} ${family}`, alias: before === 0 ? plain : `${plain}${before + 1}` };
  });
}
