// Ordinary work on files: one's own team's site, one's own drive, a project,
// sometimes a neighbour's; synchronised folders, and links given to others.

import { seconds, type Instant } from '../../src/model/time.ts';
import { fileAct, searchSites, shareFile } from '../acts/file.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Person, Site, SiteFile } from '../tenant.ts';
import { pickWeighted } from '../weighted.ts';
import { fileTouched, pageViewed, type FileOperation } from '../wire/m365-file.ts';
import type { World } from '../world.ts';
import { momentAtWork } from './attendance.ts';
import { paceOf } from './letters.ts';
import { lot } from './lot.ts';
import type { PersonDay } from './today.ts';
import { searched } from './words.ts';

export function filesAtWork(world: World, day: PersonDay): SeedRecord[] {
  const rng = day.rng.fork('files');
  const { desk, attendance } = day;
  const often = (mean: number, act: (at: Instant) => SeedRecord[]) =>
    Array.from({ length: rng.poisson(mean * paceOf(day)) }, () => act(momentAtWork(rng, attendance))).flat();

  return [
    ...often(2.7, (at) => worksOnFile(world, rng, desk, at)),
    ...(synchronises(day.person) ? often(0.9, (at) => synchronised(world, rng, desk, at)) : []),
    ...often(0.16, (at) => shares(world, rng, desk, at)),
    ...often(0.12, (at) => searchSites(world, rng, desk, at, siteFor(rng, desk.person), searched(rng, desk.person))),
    ...often(0.035, (at) => takesFolder(world, rng, desk, at, rng.int(4, 12))),
  ];
}

/** One file opened, and what came of it. */
function worksOnFile(world: World, rng: Rng, session: Session, at: Instant): SeedRecord[] {
  const site = siteFor(rng, session.person);
  const file = usualFile(rng, site);
  const touch = (operation: FileOperation, after: number) =>
    fileTouched(world.tenant, fileAct(rng, at + seconds(after), session, site), operation, file);

  return [
    ...(rng.chance(0.24) ? [pageViewed(world.tenant, fileAct(rng, at - seconds(20), session, site))] : []),
    ...(rng.chance(0.07) ? [touch('FileUploaded', -1)] : []),
    touch('FileAccessed', 0),
    ...(rng.chance(0.22) ? [touch('FilePreviewed', rng.int(1, 4))] : []),
    ...(rng.chance(0.38) ? [touch('FileModified', rng.int(60, 1800))] : []),
    ...(rng.chance(0.1) ? [touch('FileAccessedExtended', rng.int(2_400, 5_000))] : []),
    ...(rng.chance(0.12) ? [touch('FileDownloaded', rng.int(5, 40))] : []),
    ...(rng.chance(0.03) ? [touch('FileDeleted', rng.int(30, 400))] : []),
  ];
}

export function siteFor(rng: Rng, person: Person): Site {
  if (rng.chance(0.22)) return person.drive;
  return pickWeighted(rng, person.circle.sites) ?? person.drive;
}

/** The papers that would hurt are opened seldom, but they are opened. */
export function usualFile(rng: Rng, site: Site): SiteFile {
  const file = rng.pick(site.files);
  return file.sensitive && rng.chance(0.75) ? rng.pick(site.files) : file;
}

/** The client keeps a copy on the laptop; not everybody uses it. */
const synchronises = (person: Person): boolean => lot(person, 'synchronises') < 0.4;

function synchronised(world: World, rng: Rng, session: Session, at: Instant): SeedRecord[] {
  const site = siteFor(rng, session.person);
  return Array.from({ length: rng.int(1, 3) }, (_, number) =>
    fileTouched(
      world.tenant,
      fileAct(rng, at + seconds(number * rng.int(1, 9)), session, site),
      'FileSyncDownloadedFull',
      usualFile(rng, site),
    ),
  );
}

/** Mostly within the company, sometimes with a partner by name, seldom for whoever has the link. */
function shares(world: World, rng: Rng, session: Session, at: Instant): SeedRecord[] {
  const site = siteFor(rng, session.person);
  const file = usualFile(rng, site);
  const draw = rng.next();
  const partner = draw > 0.72 ? pickWeighted(rng, session.person.circle.correspondents) : undefined;
  if (partner === undefined || file.sensitive) return shareFile(world, rng, session, at, site, file, 'company');
  return draw < 0.975
    ? shareFile(world, rng, session, at, site, file, 'external', partner.address)
    : shareFile(world, rng, session, at, site, file, 'anonymous');
}

/** A handful, or before leave and hand-overs whole folders, one file after another. */
export function takesFolder(world: World, rng: Rng, session: Session, at: Instant, count: number, site?: Site): SeedRecord[] {
  const from = site ?? siteFor(rng, session.person);
  let when = at;
  return Array.from({ length: count }, () => {
    when += seconds(rng.between(1, 14));
    return fileTouched(world.tenant, fileAct(rng, when, session, from), 'FileDownloaded', usualFile(rng, from));
  });
}
