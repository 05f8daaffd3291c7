// Libraries of files: a team's, a project's, somebody's own.

import type { Rng } from '../random.ts';
import type { DepartmentWords, Site, SiteFile } from '../tenant.ts';

const extensions = ['docx', 'docx', 'xlsx', 'xlsx', 'xlsx', 'pdf', 'pdf', 'pptx'] as const;
const endings = ['', ' v2', ' final', ' draft', ' 2024', ' 2025', ' Q1', ' Q2', ' Q3', ' Q4', ' signed', ' notes'] as const;

export interface SiteHost {
  /** First part of the tenant's host name in SharePoint. */
  readonly tenantName: string;
}

/** A site several people work on, with everyday files in each folder and those whose theft would hurt in the last. */
export function openSite(rng: Rng, { tenantName }: SiteHost, name: string, words: DepartmentWords): Site {
  const plain = words.folders.flatMap((folder) => rng.some(words.files, 5).map((file) => plainFile(rng, folder, file)));
  const last = words.folders.at(-1) ?? words.folders[0];
  const sensitive = words.sensitive.map((file) => storeFile(rng, last, file, true));
  return {
    workload: 'SharePoint',
    url: `https://${tenantName}.sharepoint.com/sites/${slugOf(name)}/`,
    library: 'Shared Documents',
    ...ids(rng),
    files: atLeastOne([...plain, ...sensitive]),
  };
}

/** Somebody's own drive; only the office's own words, and nothing that would hurt. */
export function openDrive(rng: Rng, { tenantName }: SiteHost, upn: string, words: DepartmentWords): Site {
  return {
    workload: 'OneDrive',
    url: `https://${tenantName}-my.sharepoint.com/personal/${upn.toLowerCase().replace(/[.@]/g, '_')}/`,
    library: 'Documents',
    ...ids(rng),
    files: atLeastOne(rng.some(words.files, rng.int(4, 8)).map((file) => plainFile(rng, '', file))),
  };
}

const ids = (rng: Rng) => ({ siteId: rng.guid(), webId: rng.guid(), listId: rng.guid() });

const plainFile = (rng: Rng, folder: string, title: string): SiteFile =>
  storeFile(rng, folder, `${title}${rng.chance(0.4) ? ` ${rng.int(1, 40)}` : rng.pick(endings)}`, false);

function storeFile(rng: Rng, folder: string, title: string, sensitive: boolean): SiteFile {
  const extension = rng.pick(extensions);
  const sizeInBytes = Math.round(rng.lognormal(180_000, 1));
  return { id: rng.guid(), name: `${title}.${extension}`, extension, folder, sizeInBytes, sensitive };
}

const slugOf = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '');

function atLeastOne(files: SiteFile[]): readonly [SiteFile, ...SiteFile[]] {
  const [first, ...others] = files;
  if (first === undefined) throw new Error('a library needs words for its files');
  return [first, ...others];
}
