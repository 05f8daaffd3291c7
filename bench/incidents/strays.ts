// Alerts that belong to nothing: honest work that looks odd, nuisances that came to nothing, rules that are too keen. They
// name the same people, servers, administrators, programs and addresses as attacks do.

import type { Rng } from '../../seed/random.ts';
import type { Seen } from './intrusions.ts';
import type { Office, Program, Worker } from './office.ts';

interface Place {
  readonly office: Office;
  readonly dice: Rng;
  /** Addresses that anybody may hire. */
  readonly anonymisers: readonly string[];
  readonly who: Worker;
}

const tool = ({ office }: Place, name: string): Program[] => office.tools.filter((it) => it.name === name);

/** Homes and hotels. */
const elsewhere = (dice: Rng): string => `198.51.100.${dice.int(1, 254)}`;

const ORIGINS: readonly ((place: Place) => Seen)[] = [
  ({ dice, who, office }) => {
    const domain = `${dice.hex(8)}.example`;
    return {
      ...{ product: 'OATP', severity: 'Informational', title: 'Email messages containing malicious URL removed after delivery' },
      ...{ tactics: 'InitialAccess', techniques: ['T1566.002'] },
      letter: {
        ...{ internet: `${dice.hex(24)}@${domain}`, network: dice.guid(), sender: `news@${domain}` },
        // many send through the same few services
        ...{
          senderAddress: `203.0.113.${dice.int(1, 12)}`,
          subject: 'Last reminder',
          urls: [`https://${domain}/${dice.hex(6)}`],
        },
        recipients: [who, ...dice.some(office.people, dice.int(0, 3)).filter((it) => it !== who)],
      },
    };
  },
  ({ dice, who }) => ({
    ...{ product: 'IPC', severity: 'Low', title: 'Unfamiliar sign-in properties', risk: 'unfamiliarFeatures' },
    ...{ tactics: 'InitialAccess', techniques: ['T1078.004'], people: [who], addresses: [elsewhere(dice)] },
  }),
  ({ dice, who, anonymisers }) => ({
    ...{ product: 'IPC', severity: 'Medium', title: 'Anonymous IP address', risk: 'anonymizedIPAddress' },
    ...{ tactics: 'InitialAccess', techniques: ['T1078.004'], people: [who], addresses: [dice.pick(anonymisers)] },
  }),
  ({ dice, who, office }) => ({
    ...{
      product: 'MCAS',
      severity: 'Medium',
      title: 'Impossible travel activity',
      tactics: 'InitialAccess',
      techniques: ['T1078'],
    },
    ...{ people: [who], addresses: [dice.pick(office.exits), elsewhere(dice)] },
  }),
  ({ dice, who, office }) => ({
    ...{ product: 'MCAS', severity: 'Medium', title: 'Mass download', tactics: 'Exfiltration', techniques: ['T1530'] },
    ...{ people: [who], addresses: [dice.pick(office.exits)] },
  }),
  (place) => ({
    ...{ product: 'MDATP', severity: 'Medium', title: 'Suspicious remote service execution' },
    ...{ tactics: 'LateralMovement', techniques: ['T1569.002'], people: [place.dice.pick(place.office.admins)] },
    ...{ machines: [place.dice.pick([...place.office.servers, place.who.machine])], programs: tool(place, 'PsExec64.exe') },
  }),
  (place) => ({
    ...{ product: 'MDATP', severity: 'Low', title: 'Remote help software was installed', tactics: 'CommandAndControl' },
    ...{ techniques: ['T1219'], machines: [place.who.machine], programs: tool(place, 'remotehelp.exe') },
  }),
  (place) => ({
    ...{ product: 'MDATP', severity: 'Medium', title: 'Suspicious PowerShell command line', tactics: 'Execution' },
    ...{ techniques: ['T1059.001'], programs: tool(place, 'powershell.exe') },
    ...(place.dice.chance(0.5)
      ? { people: [place.who], machines: [place.who.machine] }
      : { people: [place.dice.pick(place.office.admins)], machines: [place.dice.pick(place.office.servers)] }),
  }),
  ({ dice, who }) => ({
    ...{ product: 'MDATP', severity: 'Informational', title: 'Potentially unwanted software was blocked', tactics: 'Execution' },
    ...{ techniques: ['T1204'], machines: [who.machine] },
    programs: [{ name: `setup-${dice.hex(4)}.exe`, folder: 'C:\\Users\\Public\\Downloads', sha256: dice.hex(64) }],
  }),
  ({ dice, office }) => ({
    ...{ product: 'AATP', severity: 'Low', title: 'Account enumeration', tactics: 'Discovery', techniques: ['T1087.002'] },
    ...{ people: [dice.pick(office.admins)], machines: [dice.pick(office.servers), office.controller] },
  }),
  ({ dice, office, who }) => ({
    ...{ product: 'ASI Scheduled Alerts', severity: 'Low', title: 'Many failed sign-ins from one address' },
    ...{ tactics: 'CredentialAccess', techniques: ['T1110'], addresses: [dice.pick(office.exits)] },
    people: [who, ...dice.some(office.people, dice.int(0, 2)).filter((it) => it !== who)],
  }),
  ({ dice, office }) => ({
    ...{ product: 'ASI Scheduled Alerts', severity: 'Low', title: 'Exploit attempts against a public server' },
    ...{ tactics: 'InitialAccess', techniques: ['T1190'], addresses: [elsewhere(dice)] },
    machines: office.servers.filter(({ name }) => name === 'srv-web'),
  }),
  (place) => ({
    ...{ product: 'MDATP', severity: 'Low', title: 'Possible data exfiltration by a copying program', tactics: 'Exfiltration' },
    ...{ techniques: ['T1567'], machines: [place.dice.pick(place.office.servers)], programs: tool(place, 'rclone.exe') },
  }),
];

export const stray = (office: Office, anonymisers: readonly string[], dice: Rng): Seen =>
  dice.pick(ORIGINS)({ office, dice, anonymisers, who: dice.pick(office.people) });
