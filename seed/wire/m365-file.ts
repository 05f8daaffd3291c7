// The unified audit log on files and pages, in team sites and personal drives:
// opened, changed, taken along, shared, searched for.

import type { Instant } from '../../src/model/time.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Site, SiteFile, Tenant } from '../tenant.ts';
import { lazily } from './lazy.ts';
import { cutToSecond, isoBare } from './time.ts';

export type FileOperation =
  | 'FileAccessed'
  | 'FileAccessedExtended'
  | 'FilePreviewed'
  | 'FileModified'
  | 'FileModifiedExtended'
  | 'FileDownloaded'
  | 'FileUploaded'
  | 'FileDeleted'
  | 'FileRecycled'
  | 'FileRenamed'
  | 'FileMoved'
  | 'FileCopied'
  | 'FileSyncDownloadedFull'
  | 'FileSyncUploadedFull';

export interface FileAct {
  readonly at: Instant;
  readonly id: string;
  readonly correlationId: string;
  readonly session: Session;
  readonly site: Site;
  /** Some front ends write an IPv4 address as if it were IPv6. */
  readonly mapped: boolean;
}

export function fileTouched(tenant: Tenant, act: FileAct, operation: FileOperation, file: SiteFile): SeedRecord {
  return wrap(tenant, act, operation, 6, () => {
    const fields = fileFields(act, file);
    if (operation === 'FilePreviewed') return Object.assign(fields, { DoNotDistributeEvent: true });
    if (operation === 'FileUploaded') return Object.assign(fields, { ImplicitShare: 'No' });
    return operation.startsWith('FileSync') ? Object.assign(fields, syncFields(tenant, act, file)) : fields;
  });
}

const directoryOf = (site: Site, file: SiteFile): string =>
  file.folder === '' ? site.library : `${site.library}/${file.folder}`;

export const urlOf = (site: Site, file: SiteFile): string => `${site.url}${directoryOf(site, file)}/${file.name}`;

const fileFields = ({ site }: FileAct, file: SiteFile) => ({
  ObjectId: urlOf(site, file),
  ItemType: 'File',
  ListId: site.listId,
  ListItemUniqueId: file.id,
  ListBaseType: 1,
  ListServerTemplate: site.workload === 'OneDrive' ? 700 : 101,
  FileSizeBytes: file.sizeInBytes,
  HighPriorityMediaProcessing: false,
  SourceFileExtension: file.extension,
  SiteUrl: site.url,
  SourceFileName: file.name,
  SourceRelativeUrl: directoryOf(site, file),
});

/** The program that keeps a copy on the machine says which machine, and no browser. */
const syncFields = (tenant: Tenant, { session: { device } }: FileAct, file: SiteFile) => ({
  BrowserName: '',
  BrowserVersion: '',
  UserAgent: 'Microsoft SkyDriveSync 25.194.1005.0003 ship; Windows NT 10.0 (26100)',
  MachineDomainInfo: tenant.id,
  MachineId: device.id,
  FileSyncBytesCommitted: String(file.sizeInBytes),
});

export function pageViewed(tenant: Tenant, act: FileAct): SeedRecord {
  return wrap(tenant, act, 'PageViewed', 4, () => ({
    ObjectId: `${act.site.url}SitePages/Home.aspx`,
    ItemType: 'Page',
    CustomUniqueId: true,
    ListItemUniqueId: act.site.listId,
    SiteUrl: act.site.url,
  }));
}

export type SharingOperation =
  'SharingSet' | 'AnonymousLinkCreated' | 'CompanyLinkCreated' | 'SecureLinkCreated' | 'AddedToSecureLink';

export interface Grantee {
  readonly name: string;
  readonly type: 'SharePointGroup' | 'Guest' | 'Member';
}

/** `sharingId` is the same in all records of one link. */
export const fileShared = (
  tenant: Tenant,
  act: FileAct,
  operation: SharingOperation,
  file: SiteFile,
  to: Grantee,
  sharingId: string,
): SeedRecord =>
  wrap(tenant, act, operation, 14, () => ({
    ...fileFields(act, file),
    EventData: operation === 'SharingSet' ? '<Added to group>Limited Access</Added to group>' : linkData,
    TargetUserOrGroupName: to.name,
    TargetUserOrGroupType: to.type,
    UniqueSharingId: sharingId,
  }));

const linkData = '<Type>View</Type><MembersCanShareApplied>False</MembersCanShareApplied>';

/** What somebody typed into the search box of a site. */
export const siteSearched = (tenant: Tenant, act: FileAct, words: string): SeedRecord =>
  wrap(tenant, act, 'SearchQueryInitiatedSharePoint', 102, () => ({
    ObjectId: act.site.url,
    SiteUrl: act.site.url,
    QuerySource: 'SharePoint',
    QueryText: words,
    ScenarioName: 'SearchCenter',
  }));

function wrap(tenant: Tenant, act: FileAct, operation: string, recordType: number, rest: () => object): SeedRecord {
  const at = cutToSecond(act.at);
  return lazily({ source: 'm365-audit', at, id: act.id, feed: 'SharePoint' }, () => {
    const { person, place, device, id: sessionId } = act.session;
    const fields = {
      AppAccessContext: { AADSessionId: sessionId, CorrelationId: act.correlationId },
      CreationTime: isoBare(at),
      Id: act.id,
      Operation: operation,
      OrganizationId: tenant.id,
      RecordType: recordType,
      UserKey: `i:0h.f|membership|${person.puid.toLowerCase()}@live.com`,
      UserType: 0,
      Version: 1,
      Workload: act.site.workload,
      ClientIP: act.mapped && !place.address.includes(':') ? `::ffff:${place.address}` : place.address,
      UserId: person.upn.toLowerCase(),
      AuthenticationType: 'OAuth',
      BrowserName: device.browserType,
      BrowserVersion: device.browser.replace(/^\D+/, ''),
      CorrelationId: act.correlationId,
      EventSource: 'SharePoint',
      // The forest's name begins with where the tenant's data lies.
      GeoLocation: tenant.forest.slice(0, 3),
      IsManagedDevice: device.managed,
      Platform: device.kind === 'phone' ? 'Mobile' : device.operatingSystem === 'MacOs' ? 'MacOS' : 'WinDesktop',
      Site: act.site.siteId,
      UserAgent: device.userAgent,
      WebId: act.site.webId,
    };
    return Object.assign(fields, rest());
  });
}
