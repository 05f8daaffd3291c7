// Who did it, in a log whose UserId is a person in two letter cases, a guest's address in a URN, a service principal, a
// certificate, the system itself or nobody at all.

import type { Field } from '../field.ts';
import { foldName, kindOfName } from '../name.ts';
import type { PrincipalKind } from '../../model/event.ts';

export interface Actor {
  readonly name?: string;
  readonly kind?: PrincipalKind;
}

export function actorOf(record: Field): Actor {
  const name = foldName(record.at('UserId').maybeText() ?? '');
  if (NOBODY.has(name)) return {};
  if (name.startsWith('nt authority\\system') || name === 's-1-5-18') return { name: 'nt authority\\system', kind: 'service' };
  if (name.startsWith('serviceprincipal_')) return { name: name.slice('serviceprincipal_'.length), kind: 'service' };
  if (isService(name) || name === foldName(record.at('OrganizationId').maybeText() ?? '')) return { name, kind: 'service' };

  const outsider = outsiderOf(name);
  if (outsider !== undefined) return { name: outsider, kind: 'external' };
  return { name, ...kindOf(name, record.at('UserType').maybeNumber()) };
}

/** Names that stand where a name is missing. */
export const NOBODY: ReadonlySet<string> = new Set(['', 'not-found', 'not available', 'unknown', 'n/a', 'anonymous']);

const isService = (name: string): boolean =>
  SERVICES.has(name) || /@[^@]*\.prod\.outlook\.com$/.test(name) || /^s-1-5-(19|20)$/.test(name);

const SERVICES: ReadonlySet<string> = new Set([
  'app@sharepoint',
  'sharepoint\\system',
  'certificate',
  'microsoft\\serviceoperator',
]);

/** Guests carry the address they have at home; who follows an anonymous link has only the link. */
function outsiderOf(name: string): string | undefined {
  const guest = /^(?:urn:spo:guest#|live\.com#)(.+)$/.exec(name)?.[1];
  if (guest !== undefined) return guest;
  return name.startsWith('urn:spo:anon#') || name.includes('#ext#@') ? name : undefined;
}

// UserType 3 to 8 are Microsoft's own administrators, the system, applications and policies; but portals write 5 for
// people, too, so a person's name counts for more.
function kindOf(name: string, userType: number | undefined): { kind?: PrincipalKind } {
  if (kindOfName(name) === 'upn') return { kind: 'person' };
  if (userType !== undefined && userType >= 3 && userType <= 8) return { kind: 'service' };
  return kindOfName(name) === 'other' ? {} : { kind: 'person' };
}
