// Addresses of mail: compared without case.

import type { Field } from '../field.ts';
import { foldName } from '../name.ts';

const LONGEST = 320;

/** Of an {address, name}; what is too long is no address. */
export function addressOf(field: Field): string | undefined {
  const address = foldName(field.at('address').maybeText() ?? '');
  return address === '' || address.length > LONGEST ? undefined : address;
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
