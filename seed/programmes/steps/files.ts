// What is done with files.

import { minutes, seconds } from '../../../src/model/time.ts';
import { fileAct, searchSites, shareFile } from '../../acts/file.ts';
import type { Rng } from '../../random.ts';
import type { Session } from '../../session.ts';
import type { Person, Site, SiteFile } from '../../tenant.ts';
import { fileTouched, pageViewed, type FileOperation } from '../../wire/m365-file.ts';
import type { Act } from '../programme.ts';

/** The site's page, then file after file: opened, most of them previewed. */
export const goesThroughFiles =
  (session: Session, site: Site, files: readonly SiteFile[]): Act =>
  (world, at, rng) => [
    pageViewed(world.tenant, fileAct(rng, at, session, site)),
    ...files.flatMap((file, number) => {
      const opened = at + minutes(1 + number * 2) + seconds(rng.int(0, 80));
      const touch = (operation: FileOperation, after: number) =>
        fileTouched(world.tenant, fileAct(rng, opened + seconds(after), session, site), operation, file);
      return rng.chance(0.8) ? [touch('FilePreviewed', 0), touch('FileAccessed', 3)] : [touch('FileAccessed', 0)];
    }),
  ];

/** One thing done to file after file, `secondsApart` in the median. */
export const touchesFiles =
  (session: Session, site: Site, files: readonly SiteFile[], operation: FileOperation, secondsApart: number): Act =>
  (world, at, rng) => {
    let when = at;
    return files.map((file) => {
      when += seconds(rng.lognormal(secondsApart, 0.8));
      return fileTouched(world.tenant, fileAct(rng, when, session, site), operation, file);
    });
  };

export const searchesSite =
  (session: Session, site: Site, words: readonly string[]): Act =>
  (world, at, rng) =>
    words.flatMap((word, number) => searchSites(world, rng, session, at + minutes(number * rng.between(0.3, 3)), site, word));

export const sharesFiles =
  (session: Session, site: Site, files: readonly SiteFile[], reach: 'anonymous' | 'external' | 'company', to?: string): Act =>
  (world, at, rng) =>
    files.flatMap((file, number) =>
      shareFile(world, rng, session, at + seconds(number * rng.int(20, 90)), site, file, reach, to),
    );

/** Sites this person works with, the most used first. */
export const sitesOf = ({ circle, drive }: Person): readonly [Site, ...Site[]] => {
  const [first = drive, ...others] = circle.sites.items;
  return [first, ...others];
};

/** What is worth taking there: the papers that would hurt first, then others. */
export function prey(rng: Rng, { files }: Site, count: number): SiteFile[] {
  const sensitive = files.filter((file) => file.sensitive);
  const plain = files.filter((file) => !file.sensitive);
  return [...rng.shuffle(sensitive), ...rng.shuffle(plain)].slice(0, count);
}

/** Somebody who does not know the place takes what they come across. */
export const whatever = (rng: Rng, { files }: Site, count: number): SiteFile[] => rng.some(files, count);
