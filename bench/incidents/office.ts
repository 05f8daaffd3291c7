// A company as its products' alerts know it: people with machines, servers everybody uses, administrators who are
// everywhere, and the few addresses everybody comes from. Made by dice.

import { givenNames, surnames } from '../../seed/names.ts';
import type { Rng } from '../../seed/random.ts';

export interface Machine {
  readonly name: string;
  readonly fullName: string;
  /** Of the sensor on it. */
  readonly sensor: string;
  /** Of the directory. */
  readonly id: string;
  readonly address: string;
  readonly isController: boolean;
}

export interface Worker {
  /** Before the @ and on premises. */
  readonly name: string;
  readonly upn: string;
  readonly display: string;
  readonly id: string;
  readonly sid: string;
  readonly machine: Machine;
}

/** A program file. */
export interface Program {
  readonly name: string;
  readonly folder: string;
  readonly sha256: string;
}

export interface Office {
  readonly domain: string;
  readonly netbios: string;
  readonly people: readonly Worker[];
  /** Work on everybody's machines, with an account for it. */
  readonly admins: readonly Worker[];
  readonly servers: readonly Machine[];
  readonly controller: Machine;
  /** Everybody's way out: offices and the VPN. */
  readonly exits: readonly string[];
  /** Honest programs that attackers like, too: system ones, remote help, copying. */
  readonly tools: readonly Program[];
  readonly apps: readonly { readonly id: string; readonly name: string }[];
}

const DOMAIN = 'contoso.test';

export function officeOf(dice: Rng, headcount: number): Office {
  const authority = `S-1-5-21-${dice.int(1e9, 2e9)}-${dice.int(1e9, 2e9)}-${dice.int(1e9, 2e9)}`;
  const machine = (name: string, address: string, isController = false): Machine => ({
    ...{ name, fullName: `${name}.${DOMAIN}`, sensor: dice.hex(40), id: dice.guid(), address, isController },
  });
  const names = new Set<string>();
  while (names.size < headcount) names.add(`${dice.pick(givenNames)} ${dice.pick(surnames)}`);
  const worker = (display: string, name: string, index: number, at: Machine): Worker => ({
    ...{ name, upn: `${name}@${DOMAIN}`, display, id: dice.guid(), sid: `${authority}-${1_100 + index}`, machine: at },
  });
  const people = [...names].map((display, index) => {
    const at = machine(`ws-${String(index + 1).padStart(3, '0')}`, `10.1.${Math.floor(index / 200)}.${(index % 200) + 10}`);
    return worker(
      display,
      display
        .toLowerCase()
        .replaceAll(' ', '.')
        .replaceAll(/[^a-z.]/g, ''),
      index,
      at,
    );
  });
  const serverNames = ['files', 'mail-relay', 'apps', 'terminal', 'database', 'backup', 'web', 'print'];
  const servers = serverNames.map((name, index) => machine(`srv-${name}`, `10.0.0.${index + 20}`));
  const admins = [1, 2, 3].map((index) =>
    worker(`Administrator ${index}`, `adm.${index}`, headcount + index, servers[index] ?? machine('srv', '10.0.0.9')),
  );
  const program = (folder: string, name: string): Program => ({ name, folder, sha256: dice.hex(64) });
  return {
    ...{ domain: DOMAIN, netbios: 'CONTOSO', people, admins, servers, controller: machine('dc01', '10.0.0.10', true) },
    exits: ['192.0.2.10', '192.0.2.11', '192.0.2.140'],
    tools: [
      program('C:\\Windows\\System32\\WindowsPowerShell\\v1.0', 'powershell.exe'),
      program('C:\\Windows\\System32', 'cmd.exe'),
      program('C:\\Windows\\System32', 'rundll32.exe'),
      program('C:\\Tools', 'PsExec64.exe'),
      program('C:\\Program Files\\RemoteHelp', 'remotehelp.exe'),
      program('C:\\Tools\\sync', 'rclone.exe'),
    ],
    apps: [
      { id: '20893', name: 'Microsoft Exchange Online' },
      { id: '20892', name: 'Microsoft SharePoint Online' },
      { id: '11161', name: 'Microsoft 365' },
    ],
  };
}
