// Files and pages of SharePoint and OneDrive.

import type { Field } from '../field.ts';
import { known } from '../known.ts';
import type { Told } from '../source.ts';
import type { FileAccess } from '../../model/event.ts';
import type { Circumstances } from './circumstances.ts';

export function readFileAccess(record: Field, base: Circumstances): Told<'fileAccess'> | undefined {
  const deed = DEEDS[base.operation];
  const file = record.at('ObjectId').maybeText()?.replace(/\/+$/, '');
  if (deed === undefined || file === undefined) return undefined;

  return {
    ...base,
    kind: 'fileAccess',
    deed,
    file,
    name: record.at('SourceFileName').maybeText() ?? file.split('/').at(-1) ?? file,
    ...known({ site: record.at('SiteUrl').maybeText()?.replace(/\/+$/, '') }),
    automatic: AUTOMATIC.has(base.operation) || isMachine(base.userAgent) || base.actorKind === 'service',
  };
}

const DEEDS: Readonly<Record<string, FileAccess['deed']>> = {
  FileAccessed: 'accessed',
  FileAccessedExtended: 'accessed',
  AnonymousLinkUsed: 'accessed',
  CompanyLinkUsed: 'accessed',
  SecureLinkUsed: 'accessed',
  FilePreviewed: 'previewed',
  FileDownloaded: 'downloaded',
  FileSyncDownloadedFull: 'downloaded',
  FileSyncDownloadedPartial: 'downloaded',
  FileModified: 'modified',
  FileModifiedExtended: 'modified',
  FileMoved: 'modified',
  FileRenamed: 'modified',
  FileRestored: 'modified',
  FolderCreated: 'modified',
  FolderModified: 'modified',
  FolderMoved: 'modified',
  FolderRenamed: 'modified',
  FileCopied: 'uploaded',
  FileUploaded: 'uploaded',
  FileSyncUploadedFull: 'uploaded',
  FileSyncUploadedPartial: 'uploaded',
  FileDeleted: 'deleted',
  FileDeletedFirstStageRecycleBin: 'deleted',
  FileDeletedSecondStageRecycleBin: 'deleted',
  FileRecycled: 'deleted',
  FileVersionsAllDeleted: 'deleted',
  FolderDeleted: 'deleted',
  FolderRecycled: 'deleted',
  AddedToSecureLink: 'shared',
  AnonymousLinkCreated: 'shared',
  AnonymousLinkUpdated: 'shared',
  CompanyLinkCreated: 'shared',
  SecureLinkCreated: 'shared',
  SecureLinkUpdated: 'shared',
  SharingInvitationCreated: 'shared',
  SharingLinkCreated: 'shared',
  SharingSet: 'shared',
  ClientViewSignaled: 'listed',
  ListViewed: 'listed',
  PagePrefetched: 'listed',
  PageViewed: 'listed',
  PageViewedExtended: 'listed',
};

const AUTOMATIC: ReadonlySet<string> = new Set(['ClientViewSignaled', 'PagePrefetched']);

// Zipping a selection to take it along goes by the name of a transformation, too, and is somebody's doing.
const isMachine = (userAgent: string | undefined): boolean =>
  /thumbnail|_transform_(?!zip)|-transform_(?!zip)|prefetch|indexer|crawler|MS Search|ODMTADocCache/i.test(userAgent ?? '');
