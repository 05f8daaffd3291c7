// Kinds of files: which types run, hold others or lead somewhere, and which types a name or a declaration promises.

import type { FileType } from '../../ingest/message-record.ts';

export const PROGRAMS: ReadonlySet<FileType> = new Set(['exe', 'elf', 'mach', 'java']);
export const DISKS: ReadonlySet<FileType> = new Set(['iso', 'vhd']);
export const ARCHIVES: ReadonlySet<FileType> = new Set(['zip', 'gzip', 'tar', 'rar', '7z', 'cab', 'packed']);
export const PAGES: ReadonlySet<FileType> = new Set(['html', 'svg']);
export const PICTURES: ReadonlySet<FileType> = new Set(['png', 'jpeg', 'gif', 'webp', 'bmp', 'tiff']);
export const DOCUMENTS: ReadonlySet<FileType> = new Set(['pdf', 'rtf', 'ole', 'ooxml', 'odf', 'onenote']);
export const CARDS: ReadonlySet<FileType> = new Set(['calendar', 'contact']);
export const RUNNABLE: ReadonlySet<FileType> = new Set([...PROGRAMS, 'script', 'shortcut']);
/** What can do harm by being opened. */
export const ACTIVE: ReadonlySet<FileType> = new Set([...RUNNABLE, ...DISKS, ...ARCHIVES, ...PAGES]);

/** Ends of names, and what they promise, the usual one first. Ends that are not listed promise nothing. */
const NAMED: readonly (readonly [ends: string, ...types: readonly FileType[]])[] = [
  ['zip', 'zip'],
  ['gz tgz', 'gzip'],
  ['tar', 'tar'],
  ['rar', 'rar'],
  ['7z', '7z'],
  ['cab', 'cab'],
  ['iso', 'iso'],
  ['img', 'iso', 'vhd'],
  ['vhd vhdx', 'vhd'],
  ['bz2 xz ace arj', 'packed'],
  ['pdf', 'pdf'],
  ['rtf', 'rtf'],
  // Programs open a document by its content: old ones are sent under new names, new under old, and reports as pages.
  ['doc xls', 'ole', 'ooxml', 'rtf', 'html', 'xml', 'message', 'text'],
  ['ppt dot', 'ole', 'ooxml', 'rtf'],
  ['msg', 'ole'],
  // A document with a password is a compound file around it.
  ['docx docm xlsx xlsm xlsb pptx pptm', 'ooxml', 'ole'],
  ['odt ods odp', 'odf'],
  ['one', 'onenote'],
  ['ics', 'calendar', 'text'],
  ['vcf', 'contact', 'text'],
  ['eml', 'message', 'text'],
  ['html htm shtml xhtml', 'html', 'xml', 'text'],
  ['svg', 'svg'],
  ['xml', 'xml', 'svg', 'html'],
  ['txt log md', 'text', 'calendar', 'contact', 'message', 'xml', 'html'],
  ['csv', 'text'],
  // One kind of picture under the name of another is every scanner’s and telephone’s mistake.
  ['png jpg jpeg gif webp bmp', 'png', 'jpeg', 'gif', 'webp', 'bmp'],
  ['tif tiff', 'tiff'],
  ['mp3 wav m4a ogg', 'audio', 'video'],
  ['mp4 mov avi', 'video', 'audio'],
  ['exe scr dll com', 'exe'],
  ['jar', 'java', 'zip'],
  ['lnk url', 'shortcut'],
  ['js vbs ps1 bat cmd wsf hta', 'script', 'text'],
];

const byEnd: ReadonlyMap<string, readonly FileType[]> = new Map(
  NAMED.flatMap(([ends, ...types]) => ends.split(' ').map((end) => [end, types] as const)),
);

/** What an end of a name promises, in small letters and without its dot; nothing for ends that say nothing. */
export const typesNamed = (end: string): readonly FileType[] => byEnd.get(end) ?? [];

const zipped: readonly FileType[] = ['zip', 'ooxml', 'odf', 'java'];
const declared: Readonly<Record<string, readonly FileType[]>> = {
  'application/pdf': ['pdf'],
  'application/rtf': ['rtf'],
  'application/zip': zipped,
  'application/x-zip-compressed': zipped,
  'application/msword': typesNamed('doc'),
  'application/vnd.ms-excel': typesNamed('xls'),
  'application/vnd.ms-powerpoint': typesNamed('ppt'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': typesNamed('docx'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': typesNamed('xlsx'),
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': typesNamed('pptx'),
  // Programs for mail call any text plain, and it is the end of the name that decides what opens it.
  'text/plain': ['text', 'calendar', 'contact', 'message', 'xml', 'html', 'svg', 'script', 'rtf'],
  'text/html': ['html', 'xml', 'text', 'svg'],
  'text/calendar': ['calendar', 'text'],
  'text/csv': ['text'],
  'text/vcard': ['contact', 'text'],
};

/** What a declared type promises; nothing for those that say nothing. */
export const typesDeclared = (type: string): readonly FileType[] =>
  type.startsWith('image/') ? [...PICTURES, 'svg'] : Object.hasOwn(declared, type) ? (declared[type] ?? []) : [];

/** Whether a file is of another type than was promised. What is of no known type breaks no promise. */
export const isAnother = (type: FileType, promised: readonly FileType[]): boolean =>
  promised.length > 0 && type !== 'empty' && type !== 'unknown' && !promised.includes(type);
