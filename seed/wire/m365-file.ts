// The unified audit log on files and pages, in team sites and personal drives.

import type { Instant } from '../../src/model/time.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Site, SiteFile, Tenant } from '../tenant.ts';
import { cutToSecond, isoBare } from './time.ts';

export type FileOperation = 'FileAccessed' | 'FilePreviewed' | 'FileDownloaded' | 'FileModified' | 'FileUploaded';

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
  const directory = file.folder === '' ? act.site.library : `${act.site.library}/${file.folder}`;
  return wrap(tenant, act, operation, 6, {
    ObjectId: `${act.site.url}${directory}/${file.name}`,
    ItemType: 'File',
    ListId: act.site.listId,
    ListItemUniqueId: file.id,
    ListBaseType: 1,
    ListServerTemplate: act.site.workload === 'OneDrive' ? 700 : 101,
    ...(operation === 'FilePreviewed' ? { DoNotDistributeEvent: true } : {}),
    ...(operation === 'FileUploaded' ? { ImplicitShare: 'No' } : {}),
    FileSizeBytes: file.sizeInBytes,
    HighPriorityMediaProcessing: false,
    SourceFileExtension: file.extension,
    SiteUrl: act.site.url,
    SourceFileName: file.name,
    SourceRelativeUrl: directory,
  });
}

export function pageViewed(tenant: Tenant, act: FileAct): SeedRecord {
  return wrap(tenant, act, 'PageViewed', 4, {
    ObjectId: `${act.site.url}SitePages/Home.aspx`,
    ItemType: 'Page',
    CustomUniqueId: true,
    ListItemUniqueId: act.site.listId,
    SiteUrl: act.site.url,
  });
}

function wrap(tenant: Tenant, act: FileAct, operation: string, recordType: number, rest: object): SeedRecord {
  const at = cutToSecond(act.at);
  const { person, place, device, id: sessionId } = act.session;

  const record = {
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
    GeoLocation: 'AUS',
    IsManagedDevice: device.managed,
    Platform: device.kind === 'phone' ? 'Mobile' : device.operatingSystem === 'MacOs' ? 'MacOS' : 'WinDesktop',
    Site: act.site.siteId,
    UserAgent: device.userAgent,
    WebId: act.site.webId,
    ...rest,
  };
  return { source: 'm365-audit', at, id: act.id, record };
}
