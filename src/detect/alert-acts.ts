// Alerts of one thing become one act, as records of one deed do: the channels an alert came through, and the products
// that saw the same activity, are its witnesses.
//
// Two alerts are of one activity when different products raised them, their times overlap or nearly do, neither names
// anybody or anything the other contradicts, they name a person, a device or at least an address in common, and both say
// what was done: a technique, or the same stage of an attack. An alert joins the earliest such activity that its product
// has no part in yet; that is a function of the alerts, not of the order they came in.

import { resolve } from '../ingest/identity.ts';
import { inOrder } from '../model/event.ts';
import type { Alert, Event } from '../model/event.ts';
import { severityRank } from '../model/finding.ts';
import { minutes } from '../model/time.ts';
import { toldStage } from './stages.ts';

const LISTS = [
  'people',
  'devices',
  'addresses',
  'mailboxes',
  'messages',
  'files',
  'urls',
  'domains',
  'apps',
  'sessions',
  'called',
  'tactics',
  'techniques',
] as const;

/** Products look at different clocks of one activity. */
const SLACK = minutes(10);
/** Of one person's, device's or address's activities so far, the newest that are compared. */
const LOOKS_BACK = 50;

/** One alert of several records of it, the first of them with what the others know besides. */
export function oneAlert(records: readonly Alert[]): Alert {
  const [lead, ...others] = [...records].sort(inOrder) as [Alert, ...Alert[]];
  if (others.length === 0) return lead;
  const all = [lead, ...others];
  const seenBy = [...new Set(all.flatMap(({ product, alsoSeenBy = [] }) => [product, ...alsoSeenBy]))];
  const products = seenBy.filter((product) => product !== lead.product).sort();
  const commonplace = united(all.map((alert) => alert.commonplace ?? []));
  return {
    ...[...others].reverse().reduce((known, other) => ({ ...known, ...other }), lead),
    ...lead,
    ...Object.fromEntries(LISTS.map((list) => [list, united(all.map((alert) => alert[list]))])),
    ...(commonplace.length === 0 ? {} : { commonplace }),
    ...(products.length === 0 ? {} : { alsoSeenBy: products }),
    severity: all.map(({ severity }) => severity).reduce((a, b) => (severityRank(a) >= severityRank(b) ? a : b)),
    status: settled(all),
    lastAt: Math.max(...all.map(({ lastAt }) => lastAt)),
    count: Math.max(...all.map(({ count }) => count)),
  };
}

const united = (lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())].sort();

/** Somebody's word that it was harmless holds through whichever channel it came. */
const settled = (alerts: readonly Alert[]): Alert['status'] =>
  (['dismissed', 'resolved', 'open'] as const).find((status) => alerts.some((alert) => alert.status === status)) ?? 'open';

/** Groups of alerts that are of one activity, each in (at, id) order; those of one product alone are left as they are. */
export function sameActivity(alerts: readonly Alert[]): Alert[][] {
  const groups: Alert[][] = [];
  const around = new Map<string, Alert[][]>();
  for (const alert of [...alerts].sort(inOrder)) {
    const keys = isTold(alert) && alert.status !== 'dismissed' ? subjectKeys(alert) : [];
    const near = new Set(keys.flatMap((key) => around.get(key) ?? []));
    const joined = [...near].find((group) => group.every((other) => isSame(other, alert)));
    if (joined !== undefined) joined.push(alert);
    const group = joined ?? [alert];
    if (joined === undefined) groups.push(group);
    for (const key of keys) {
      const known = around.get(key) ?? [];
      if (!known.includes(group)) around.set(key, [...known, group].slice(-LOOKS_BACK));
    }
  }
  return groups;
}

const isTold = (alert: Alert): boolean => alert.tactics.length + alert.techniques.length > 0;

const subjectKeys = ({ people, devices, addresses }: Alert): readonly string[] =>
  people.length > 0 ? people : devices.length > 0 ? devices : addresses;

function isSame(a: Alert, b: Alert): boolean {
  return (
    a.product !== b.product &&
    a.at <= b.lastAt + SLACK &&
    b.at <= a.lastAt + SLACK &&
    (['people', 'devices', 'addresses'] as const).every((list) => agree(a[list], b[list])) &&
    isSameDeed(a, b)
  );
}

/** One names no more than the other does; who names nothing contradicts nothing. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const all = new Set(more);
  return fewer.every((key) => all.has(key));
}

function isSameDeed(a: Alert, b: Alert): boolean {
  const parents = (alert: Alert): readonly string[] => alert.techniques.map((technique) => technique.slice(0, 5));
  const [stage, other] = [toldStage(a), toldStage(b)];
  return parents(a).some((technique) => parents(b).includes(technique)) || (stage !== undefined && stage === other);
}

/**
 * The key under which a device goes that different products know by an id, a full name or a bare one, wherever some
 * record ties them. A bare name ties only what can be one machine: one directory id, one sensor's id, one full name.
 */
export function deviceKeys(events: readonly Event[]): ReadonlyMap<string, string> {
  if (!events.some(({ kind }) => kind === 'alert')) return new Map();
  const known = events.flatMap(namesOfDevices);
  const full = known.filter((names) => !names.some(isBare));
  const ids = resolve(full);

  const byBare = new Map<string, Map<string, Set<string>>>();
  for (const names of known)
    for (const bare of names.flatMap((name) => bareOf(name) ?? [])) {
      const machines = byBare.get(bare) ?? new Map<string, Set<string>>();
      byBare.set(bare, machines);
      for (const name of names.filter((it) => !isBare(it))) {
        const machine = ids.get(name) ?? name;
        machines.set(machine, (machines.get(machine) ?? new Set()).add(kindOfKey(name)));
      }
    }
  const tied = [...byBare].flatMap(([bare, machines]) => (isOneMachine(machines) ? [[bare, ...machines.keys()]] : []));
  return resolve([...full, ...tied]);
}

const isOneMachine = (machines: ReadonlyMap<string, ReadonlySet<string>>): boolean =>
  ['directory', 'sensor', 'name'].every((kind) => [...machines.values()].filter((kinds) => kinds.has(kind)).length <= 1);

function namesOfDevices(event: Event): readonly (readonly string[])[] {
  if (event.kind !== 'alert')
    return event.device === undefined || event.deviceName === undefined
      ? []
      : [[event.device.toLowerCase(), event.deviceName.toLowerCase()]];
  const called = new Map(
    event.called.flatMap((it) => {
      const match = /^Device (\S+)=(.+)$/.exec(it);
      return match === null ? [] : [[match[1] ?? '', match[2] ?? '']];
    }),
  );
  return event.devices.map((device) => [device, called.get(device)].filter((name) => name !== undefined));
}

const isId = (name: string): boolean => /^[0-9a-f-]{32,}$/.test(name);
const kindOfKey = (name: string): string => (!isId(name) ? 'name' : name.includes('-') ? 'directory' : 'sensor');
const isBare = (name: string): boolean => !isId(name) && !name.includes('.');
const bareOf = (name: string): string | undefined => (isId(name) ? undefined : name.split('.')[0]);

/** An alert whose devices go by the keys they have everywhere. */
export function rekeyed(alert: Alert, keys: ReadonlyMap<string, string>): Alert {
  if (alert.devices.every((device) => (keys.get(device) ?? device) === device)) return alert;
  const moved = (file: string): string => {
    const host = alert.devices.find((device) => file.startsWith(`${device}:`));
    return host === undefined ? file : `${keys.get(host) ?? host}${file.slice(host.length)}`;
  };
  const renamed = (entity: string): string => {
    if (entity.startsWith('File ')) return `File ${moved(entity.slice('File '.length))}`;
    const match = /^Device ([^\s=]+)(.*)$/.exec(entity);
    return match === null ? entity : `Device ${keys.get(match[1] ?? '') ?? match[1] ?? ''}${match[2] ?? ''}`;
  };
  return {
    ...alert,
    devices: united([alert.devices.map((device) => keys.get(device) ?? device)]),
    files: united([alert.files.map(moved)]),
    called: united([alert.called.map(renamed)]),
    ...(alert.commonplace === undefined ? {} : { commonplace: united([alert.commonplace.map(renamed)]) }),
  };
}
