// What is done with files beyond opening them, which wire/m365-file.ts tells on
// its own.

import { seconds, type Instant } from '../../src/model/time.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Site, SiteFile } from '../tenant.ts';
import { fileShared, siteSearched, type FileAct, type Grantee, type SharingOperation } from '../wire/m365-file.ts';
import type { World } from '../world.ts';

export const fileAct = (rng: Rng, at: Instant, session: Session, site: Site): FileAct => ({
  at,
  id: rng.guid(),
  correlationId: rng.guid(),
  session,
  site,
  mapped: rng.chance(0.03),
});

/**
 * A link to a file: for whoever has it, for somebody outside by name, for everybody in the company. Throws when nobody
 * outside is named.
 */
export function shareFile(
  world: World,
  rng: Rng,
  session: Session,
  at: Instant,
  site: Site,
  file: SiteFile,
  reach: 'anonymous' | 'external' | 'company',
  to?: string,
): SeedRecord[] {
  const sharingId = rng.guid();
  const group: Grantee = { name: `SharingLinks.${file.id}.${linkKinds[reach]}.${sharingId}`, type: 'SharePointGroup' };
  const record = (operation: SharingOperation, grantee: Grantee, after: number) =>
    fileShared(world.tenant, fileAct(rng, at + seconds(after), session, site), operation, file, grantee, sharingId);

  const set = record('SharingSet', group, 0);
  if (reach === 'anonymous') return [set, record('AnonymousLinkCreated', group, 1)];
  if (reach === 'company') return [set, record('CompanyLinkCreated', group, 1)];
  if (to === undefined) throw new Error('shareFile: a link for somebody outside needs their address');
  return [set, record('SecureLinkCreated', group, 1), record('AddedToSecureLink', { name: to, type: 'Guest' }, 1)];
}

const linkKinds = { anonymous: 'AnonymousView', external: 'Flexible', company: 'OrganizationView' } as const;

export const searchSites = (world: World, rng: Rng, session: Session, at: Instant, site: Site, words: string): SeedRecord[] => [
  siteSearched(world.tenant, fileAct(rng, at, session, site), words),
];
