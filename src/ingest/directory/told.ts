// A directory change as an event, where it is more than somebody's administration.

import { known } from '../known.ts';
import type { Told } from '../source.ts';
import type { Base } from '../../model/event.ts';
import type { DirectoryChange } from './change.ts';
import { consentIn } from './consent.ts';
import { roleChangeIn } from './role-change.ts';

export function directoryTold(
  change: DirectoryChange,
  base: Omit<Base, 'id' | 'source' | 'record' | 'act'>,
): Told<'consent' | 'roleChange'> | undefined {
  const consent = consentIn(change);
  // The application of a consent is the one that was given rights, never the one it was done with.
  if (consent !== undefined) return { ...known({ ...base, app: undefined, appName: undefined }), ...consent };
  const role = roleChangeIn(change);
  return role === undefined ? undefined : { ...base, ...role };
}
