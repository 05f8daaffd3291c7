// Ordinary work on files: one's own team's site, one's own drive, sometimes a neighbour's.

import { seconds, type Instant } from '../../src/model/time.ts';
import { fileAct } from '../acts.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Person, Site, SiteFile } from '../tenant.ts';
import { fileTouched, pageViewed, type FileOperation } from '../wire/m365-file.ts';
import type { World } from '../world.ts';
import { momentAtWork, type Attendance } from './attendance.ts';

export function filesAtWork(world: World, rng: Rng, session: Session, day: Attendance, pace: number): SeedRecord[] {
  const visits = Array.from({ length: rng.poisson(2.9 * pace) }, () => momentAtWork(rng, day));
  return visits.flatMap((at) => worksOnFile(world, rng, session, at));
}

/** One file opened, and what came of it. */
function worksOnFile(world: World, rng: Rng, session: Session, at: Instant): SeedRecord[] {
  const site = siteFor(world, rng, session.person);
  const file = usualFile(rng, site);
  const touch = (operation: FileOperation, after: number) =>
    fileTouched(world.tenant, fileAct(rng, at + seconds(after), session, site), operation, file);

  return [
    ...(rng.chance(0.3) ? [pageViewed(world.tenant, fileAct(rng, at - seconds(20), session, site))] : []),
    ...(rng.chance(0.07) ? [touch('FileUploaded', -1)] : []),
    touch('FileAccessed', 0),
    ...(rng.chance(0.28) ? [touch('FilePreviewed', rng.int(1, 4))] : []),
    ...(rng.chance(0.42) ? [touch('FileModified', rng.int(60, 1800))] : []),
    ...(rng.chance(0.12) ? [touch('FileDownloaded', rng.int(5, 40))] : []),
  ];
}

function siteFor(world: World, rng: Rng, person: Person): Site {
  if (rng.chance(0.24)) return person.drive;
  if (rng.chance(0.9)) return world.tenant.sites[person.team];
  return rng.pick([
    world.tenant.sites.hr,
    world.tenant.sites.operations,
    world.tenant.sites.executives,
    world.tenant.sites.finance,
  ]);
}

/** The papers that would hurt are opened seldom, but they are opened. */
function usualFile(rng: Rng, site: Site): SiteFile {
  const plain = site.files.filter((file) => !file.sensitive);
  const sensitive = site.files.filter((file) => file.sensitive);
  return sensitive.length > 0 && rng.chance(0.07) ? rng.pick(sensitive) : rng.pick(plain);
}
