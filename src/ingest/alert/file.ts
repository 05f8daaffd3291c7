// Which file a file of an alert is: a file is not its name. By what it holds, else by where it lies on which host.

import { textIn } from './objects.ts';
import type { Thing } from './objects.ts';

export interface AlertedFile {
  readonly key: string;
  readonly name?: string;
  /** Half the world has it: being beside it means nothing. */
  readonly isCommonplace: boolean;
}

const ALGORITHMS = ['sha256', 'sha1', 'md5'] as const;
const DIGITS: Readonly<Record<(typeof ALGORITHMS)[number], number>> = { sha256: 64, sha1: 40, md5: 32 };

/** `host` is the key of the host it lies on, where that is known. */
export function fileOf(file: Thing, host: string | undefined): AlertedFile | undefined {
  const name = textIn(file, 'Name', 'FileName');
  const directory = textIn(file, 'Directory', 'FolderPath');
  const key = hashOf(file) ?? placeOf(directory, name, host);
  if (key === undefined) return undefined;
  return { key, ...(name === undefined ? {} : { name }), isCommonplace: isCommonplace(file, directory, name) };
}

/** Also of a `filehash` that stands alone. */
export function hashOf(file: Thing): string | undefined {
  const listed = Array.isArray(file['FileHashes']) ? (file['FileHashes'] as readonly unknown[]) : [];
  const said = new Map<string, string>();
  for (const hash of [file, ...listed]) {
    if (typeof hash !== 'object' || hash === null) continue;
    const thing = hash as Thing;
    const algorithm = textIn(thing, 'Algorithm')?.toLowerCase().replaceAll('-', '');
    if (algorithm !== undefined) said.set(algorithm, textIn(thing, 'Value')?.toLowerCase() ?? '');
    for (const known of ALGORITHMS) {
      const value = textIn(thing, known.toUpperCase(), known)?.toLowerCase();
      if (value !== undefined) said.set(known, value);
    }
  }
  const best = ALGORITHMS.find((algorithm) => isHash(said.get(algorithm), DIGITS[algorithm]));
  return best === undefined ? undefined : `${best}:${said.get(best) ?? ''}`;
}

const isHash = (value: string | undefined, digits: number): boolean =>
  value?.length === digits && /^[0-9a-f]+$/.test(value) && !/^0+$/.test(value);

function placeOf(directory: string | undefined, name: string | undefined, host: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  // as SharePoint's own records name it
  if (directory !== undefined && /^https?:\/\//i.test(directory)) return `${directory.replace(/\/+$/, '')}/${name}`;
  const separator = directory?.includes('/') === true ? '/' : '\\';
  const path = directory === undefined ? name : `${directory.replace(/[\\/]+$/, '')}${separator}${name}`;
  return (host === undefined ? path : `${host}:${path}`).toLowerCase();
}

/** Seen on this many machines of the world, by the product's own count. */
const PREVALENT = 1_000;
// What attackers use because it is there, and what everybody works with: by name only where no folder contradicts it.
const EVERYWHERE = new RegExp(
  `^(${[
    'powershell|pwsh|powershell_ise|cmd|conhost|wscript|cscript|mshta|rundll32|regsvr32|msbuild|installutil|certutil|bitsadmin|wmic|wmiprvse|schtasks',
    'svchost|services|lsass|explorer|taskhostw|dllhost|msiexec|net1?|nltest|whoami|ipconfig|systeminfo|tasklist|psexec|reg|sc|at|curl|tar|ssh',
    'chrome|msedge|firefox|iexplore|outlook|olk|winword|excel|powerpnt|onenote|teams|ms-teams|onedrive|acrord32|acrobat|notepad|java|javaw|python|node',
  ].join('|')})\\.exe$|^(bash|sh|dash|zsh|python3?|perl|curl|wget|sudo|ssh|sshd|cron|systemd)$`,
  'i',
);
const PROGRAM_FOLDER = /^[a-z]:\\(windows|program files( \(x86\))?|programdata\\microsoft)(\\|$)|^\/(usr\/)?s?bin\/?$/i;

function isCommonplace(file: Thing, directory: string | undefined, name: string | undefined): boolean {
  if (Number(file['KnownPrevalence']) >= PREVALENT) return true;
  return name !== undefined && EVERYWHERE.test(name) && (directory === undefined || PROGRAM_FOLDER.test(directory));
}
