// What attackers do, one after another, and what each product that watches makes of it.
//
// Written from the attacker's side and from what the products can see, and not from what ties alerts together: a step
// names whoever and whatever a product would name, however little that is.

import type { Rng } from '../../seed/random.ts';
import type { Machine, Office, Program, Worker } from './office.ts';
import type { Letter, Sighting } from './products.ts';

/** A sighting before it has a time. */
export type Seen = Omit<Sighting, 'id' | 'at' | 'lasts' | 'delay'>;

/** How far one attack has come. */
interface Attack {
  readonly office: Office;
  readonly dice: Rng;
  /** Whoever it is working as. */
  who: Worker;
  /** Where it is. */
  on: Machine;
  /** Whom it will turn to next. */
  readonly others: Worker[];
  readonly servers: Machine[];
  readonly addresses: readonly string[];
  readonly beacon: { readonly address: string; readonly domain: string };
  readonly malware: Program;
  readonly letter: Letter;
  readonly session: string;
  readonly grant: { readonly id: string; readonly name: string };
  readonly admin: Worker;
}

type Step = (attack: Attack) => Seen;

const saw = (
  product: Sighting['product'],
  severity: Sighting['severity'],
  title: string,
  tactics: string,
  ...techniques: readonly string[]
): Seen => ({ product, severity, title, tactics, techniques });

const tool = ({ office }: Attack, name: string): Program[] => office.tools.filter((it) => it.name === name);

// ── Mail and accounts ─────────────────────────────────────────────────────────────────────────────────────

const mailDelivered: Step = ({ letter }) => ({
  ...saw('OATP', 'Informational', 'Email messages containing malicious URL removed after delivery', 'InitialAccess', 'T1566.002'),
  letter,
});

const linkClicked: Step = ({ who, letter, dice }) => ({
  ...saw('OATP', 'High', 'A potentially malicious URL click was detected', 'InitialAccess', 'T1566.002'),
  ...{ people: [who], urls: letter.urls },
  ...(dice.chance(0.5) ? { letter: { ...letter, recipients: [who] } } : {}),
});

const riskySignIn: Step = ({ who, addresses, dice }) => {
  const [risk, title] = dice.pick([
    ['unfamiliarFeatures', 'Unfamiliar sign-in properties'],
    ['anonymizedIPAddress', 'Anonymous IP address'],
    ['unlikelyTravel', 'Atypical travel'],
    ['maliciousIPAddress', 'Malicious IP address'],
  ] as const);
  const severity = dice.pick(['Low', 'Medium', 'High'] as const);
  return { ...saw('IPC', severity, title, 'InitialAccess', 'T1078.004'), risk, people: [who], addresses: [dice.pick(addresses)] };
};

const stolenToken: Step = ({ who, addresses, session, dice }) => ({
  ...saw('MCAS', 'Medium', 'Stolen session cookie was used', 'CredentialAccess', 'T1539'),
  ...{ people: [who], addresses: [dice.pick(addresses)], session },
});

const impossibleTravel: Step = ({ who, addresses, office, dice }) => ({
  ...saw('MCAS', 'Medium', 'Impossible travel activity', 'InitialAccess', 'T1078'),
  ...{ people: [who], addresses: [dice.pick(addresses), dice.pick(office.exits)] },
});

const inboxRule: Step = ({ who, addresses, dice }) => ({
  ...saw('MCAS', 'Medium', 'Suspicious inbox manipulation rule', 'DefenseEvasion', 'T1564.008'),
  ...{ people: [who], addresses: dice.chance(0.8) ? [dice.pick(addresses)] : [] },
});

const methodAdded: Step = ({ who, addresses, dice }) => ({
  ...saw('ASI Scheduled Alerts', 'Medium', 'Security information changed after a risky sign-in', 'Persistence', 'T1556.006'),
  ...{ people: [who], addresses: [dice.pick(addresses)] },
});

const massDownload: Step = ({ who, addresses, dice }) => ({
  ...saw('MCAS', 'High', 'Mass download', 'Exfiltration', 'T1530'),
  ...{ people: [who], addresses: [dice.pick(addresses)] },
});

const mailRead: Step = ({ who, addresses, session, dice }) => ({
  ...saw('ASI Scheduled Alerts', 'Low', 'Unusual volume of mail items accessed', 'Collection', 'T1114.002'),
  ...{ people: [who], addresses: [dice.pick(addresses)], ...(dice.chance(0.5) ? { session } : {}) },
});

const consented: Step = ({ who, grant }) => ({
  ...saw('MCAS', 'Medium', 'Misleading publisher name for an OAuth app', 'Persistence', 'T1528'),
  ...{ people: [who], grant },
});

const appReads: Step = ({ who, grant, dice }) => ({
  ...saw('MCAS', 'High', 'Unusual activity of an OAuth app', 'Collection', 'T1114'),
  ...{ people: dice.chance(0.5) ? [who] : [], grant },
});

/** The next letter comes from inside, and its reader falls. */
const writesToColleagues: Step = (attack) => {
  const { who, others, office, dice, letter, addresses } = attack;
  const next = others.shift() ?? who;
  const readers = [next, ...dice.some(office.people, dice.int(0, 4)).filter((it) => it !== next && it !== who)];
  const [host = ''] = letter.urls;
  const inside = {
    ...{ internet: `${dice.hex(20)}@${office.domain}`, network: dice.guid(), sender: who.upn, subject: 'Shared with you' },
    ...{ senderAddress: dice.pick(addresses), recipients: readers, urls: [`${host}/${dice.hex(4)}`] },
  };
  attack.who = next;
  attack.on = next.machine;
  return {
    ...saw('OATP', 'High', 'Phishing mail sent from inside the organization', 'LateralMovement', 'T1534'),
    ...{ people: dice.chance(0.7) ? [who] : [], letter: inside },
  };
};

/** Many are tried; whoever gives way is among those the alert names. */
const sprayed: Step = ({ who, others, office, addresses, dice }) => ({
  ...saw('ASI Scheduled Alerts', 'Medium', 'Password spray from one address', 'CredentialAccess', 'T1110.003'),
  ...{ people: [who, ...others, ...dice.some(office.people, dice.int(0, 3))], addresses },
});

const anotherGivesWay: Step = (attack) => {
  attack.who = attack.others.shift() ?? attack.who;
  attack.on = attack.who.machine;
  return riskySignIn(attack);
};

// ── Machines ──────────────────────────────────────────────────────────────────────────────────────────────

const documentOpened: Step = ({ who, on, malware }) => ({
  ...saw('MDATP', 'Medium', 'Suspicious process launched by Office', 'Execution', 'T1204.002'),
  ...{ people: [who], machines: [on], programs: [malware] },
});

const scriptRun: Step = (attack) => ({
  ...saw('MDATP', 'Medium', 'Suspicious PowerShell command line', 'Execution', 'T1059.001'),
  ...{ people: [attack.who], machines: [attack.on], programs: tool(attack, 'powershell.exe') },
});

const malwareSeen: Step = ({ on, malware }) => ({
  ...saw('MDATP', 'Low', 'An active malware was detected', 'Execution', 'T1204'),
  ...{ machines: [on], programs: [malware] },
});

const beaconing: Step = ({ on, beacon, dice }) => ({
  ...saw('MDATP', 'High', 'Connection to a command and control address', 'CommandAndControl', 'T1071'),
  ...{ machines: [on], addresses: [beacon.address], domains: dice.chance(0.6) ? [beacon.domain] : [] },
});

const taskAdded: Step = (attack) => ({
  ...saw('MDATP', 'Medium', 'Suspicious scheduled task', 'Persistence', 'T1053.005'),
  ...{ machines: [attack.on], programs: [...tool(attack, 'cmd.exe'), ...(attack.dice.chance(0.5) ? [attack.malware] : [])] },
});

const passwordsDumped: Step = (attack) => ({
  ...saw('MDATP', 'High', 'Credential dumping from memory', 'CredentialAccess', 'T1003.001'),
  ...{ people: attack.dice.chance(0.5) ? [attack.who] : [], machines: [attack.on], programs: tool(attack, 'rundll32.exe') },
});

const ticketsAsked: Step = ({ who, on, office }) => ({
  ...saw('AATP', 'Medium', 'Suspected Kerberos service ticket requests', 'CredentialAccess', 'T1558.003'),
  ...{ people: [who], machines: [on, office.controller] },
});

const lookedAround: Step = ({ who, on, office }) => ({
  ...saw('AATP', 'Low', 'Account enumeration', 'Discovery', 'T1087.002'),
  ...{ people: [who], machines: [on, office.controller] },
});

/** From where it is to a server, as an administrator whose password lay about. */
const movedToServer: Step = (attack) => {
  const from = attack.on;
  attack.on = attack.servers.shift() ?? attack.on;
  attack.who = attack.admin;
  return {
    ...saw('MDATP', 'High', 'Suspicious remote service execution', 'LateralMovement', 'T1569.002'),
    ...{ people: [attack.admin], machines: [from, attack.on], programs: tool(attack, 'PsExec64.exe') },
  };
};

const movedToColleague: Step = (attack) => {
  const from = attack.on;
  const who = attack.others.shift();
  if (who !== undefined) attack.on = who.machine;
  return {
    ...saw('AATP', 'Medium', 'Remote code execution attempt', 'LateralMovement', 'T1021'),
    ...{ people: [attack.who], machines: [from, attack.on] },
  };
};

const helperInstalled: Step = (attack) => ({
  ...saw('MDATP', 'Low', 'Remote help software was installed', 'CommandAndControl', 'T1219'),
  ...{ machines: [attack.on], programs: tool(attack, 'remotehelp.exe') },
});

const copiedOut: Step = (attack) => ({
  ...saw('MDATP', 'High', 'Possible data exfiltration by a copying program', 'Exfiltration', 'T1567'),
  ...{ machines: [attack.on], programs: tool(attack, 'rclone.exe'), addresses: [attack.beacon.address] },
});

const directoryCopied: Step = ({ who, on, office }) => ({
  ...saw('AATP', 'High', 'Suspected directory replication', 'CredentialAccess', 'T1003.006'),
  ...{ people: [who], machines: [on, office.controller] },
});

const encrypted: Step = ({ on, malware, servers }) => ({
  ...saw('MDATP', 'High', 'Ransomware behaviour was detected', 'Impact', 'T1486'),
  ...{ machines: [on, ...servers.slice(0, 2)], programs: [malware] },
});

const probed: Step = ({ on, addresses }) => ({
  ...saw('ASI Scheduled Alerts', 'Low', 'Exploit attempts against a public server', 'InitialAccess', 'T1190'),
  ...{ machines: [on], addresses: addresses.slice(0, 1) },
});

const webShell: Step = ({ on, malware }) => ({
  ...saw('MDATP', 'High', 'Possible web shell installation', 'Persistence', 'T1505.003'),
  ...{ machines: [on], programs: [malware] },
});

// ── Whole attacks ─────────────────────────────────────────────────────────────────────────────────────────

const COURSES: readonly { readonly begins: 'person' | 'server'; readonly steps: readonly Step[] }[] = [
  {
    begins: 'person',
    steps: [
      mailDelivered,
      linkClicked,
      riskySignIn,
      inboxRule,
      mailRead,
      writesToColleagues,
      linkClicked,
      riskySignIn,
      massDownload,
    ],
  },
  {
    begins: 'person',
    steps: [
      ...[mailDelivered, documentOpened, scriptRun, beaconing, taskAdded, lookedAround, passwordsDumped, movedToServer],
      ...[helperInstalled, directoryCopied, copiedOut, encrypted],
    ],
  },
  {
    begins: 'person',
    steps: [
      sprayed,
      riskySignIn,
      impossibleTravel,
      methodAdded,
      mailRead,
      anotherGivesWay,
      inboxRule,
      anotherGivesWay,
      massDownload,
    ],
  },
  {
    begins: 'server',
    steps: [
      probed,
      webShell,
      scriptRun,
      malwareSeen,
      passwordsDumped,
      movedToServer,
      lookedAround,
      directoryCopied,
      beaconing,
      copiedOut,
    ],
  },
  { begins: 'person', steps: [mailDelivered, consented, appReads, writesToColleagues, consented, appReads, massDownload] },
  {
    begins: 'person',
    steps: [
      mailDelivered,
      linkClicked,
      stolenToken,
      impossibleTravel,
      methodAdded,
      mailRead,
      inboxRule,
      massDownload,
      writesToColleagues,
      riskySignIn,
    ],
  },
  {
    begins: 'person',
    steps: [
      malwareSeen,
      beaconing,
      helperInstalled,
      ticketsAsked,
      movedToColleague,
      malwareSeen,
      beaconing,
      movedToServer,
      copiedOut,
    ],
  },
  {
    begins: 'person',
    steps: [
      linkClicked,
      stolenToken,
      mailRead,
      documentOpened,
      beaconing,
      passwordsDumped,
      movedToColleague,
      scriptRun,
      copiedOut,
    ],
  },
];

/** The products miss a step now and then. */
const MISSED = 0.15;
const FEWEST = 3;
const MOST = 12;

/** Three to twelve sightings in order; `victims` are whoever it may turn to, and no other attack does. */
export function intrusion(office: Office, victims: readonly Worker[], anonymisers: readonly string[], dice: Rng): Seen[] {
  const { begins, steps } = dice.pick(COURSES);
  const attack = begun(office, victims, anonymisers, dice);
  if (begins === 'server') {
    attack.on = office.servers.find(({ name }) => name === 'srv-web') ?? attack.on;
    attack.who = attack.admin;
  }
  const seen = steps.slice(0, Math.max(FEWEST + 2, dice.int(FEWEST, MOST))).map((step) => step(attack));
  const kept = seen.filter(() => !dice.chance(MISSED));
  return kept.length < FEWEST ? seen.slice(0, FEWEST) : kept;
}

function begun(office: Office, victims: readonly Worker[], anonymisers: readonly string[], dice: Rng): Attack {
  const [who, ...others] = victims as [Worker, ...Worker[]];
  const own = (): string => `${dice.pick(['203.0.113', '198.51.100'])}.${dice.int(1, 254)}`;
  const domain = `${dice.hex(10)}.example`;
  return {
    ...{ office, dice, who, on: who.machine, others, servers: dice.shuffle(office.servers) },
    // some hire a way in that others hire, too
    addresses: Array.from({ length: dice.int(1, 3) }, () => (dice.chance(0.15) ? dice.pick(anonymisers) : own())),
    beacon: { address: own(), domain: `cdn.${domain}` },
    malware: {
      name: `${dice.pick(['update', 'invoice', 'helper', 'scan'])}.exe`,
      folder: 'C:\\Users\\Public',
      sha256: dice.hex(64),
    },
    letter: {
      ...{ internet: `${dice.hex(24)}@${domain}`, network: dice.guid(), sender: `accounts@${domain}`, senderAddress: own() },
      ...{ subject: 'Your document is ready', urls: [`https://${domain}/${dice.hex(6)}`] },
      recipients: [who, ...dice.some(office.people, dice.int(0, 5)).filter((it) => it !== who)],
    },
    ...{ session: dice.guid(), grant: { id: dice.guid(), name: 'Mail Assistant' }, admin: dice.pick(office.admins) },
  };
}
