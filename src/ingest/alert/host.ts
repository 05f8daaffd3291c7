// Which device a host of an alert is.

import { textIn } from './objects.ts';
import type { Thing } from './objects.ts';

export interface Host {
  readonly key: string;
  /** What people call it, where the key is not that already. */
  readonly name?: string;
  /** Its name without a domain: what a local account has for one. */
  readonly short?: string;
  /** Everybody's sign-ins and scripts pass through it. */
  readonly isController: boolean;
}

/** The directory's id, which sign-ins name too, else the sensor's, else its full name, else its name. */
export function hostOf(host: Thing): Host | undefined {
  const name = nameOf(host);
  const id = textIn(host, 'AadDeviceId', 'MdatpDeviceId', 'MachineId', 'DeviceId')?.toLowerCase();
  const key = id !== undefined && !/^[0-]+$/.test(id) ? id : name;
  if (key === undefined) return undefined;
  const short = textIn(host, 'HostName')?.toLowerCase() ?? name;
  return {
    key,
    ...(name === undefined || name === key ? {} : { name }),
    ...(short === undefined ? {} : { short: short.split('.')[0] ?? short }),
    isController: rolesOf(host).some((role) => /domain ?controller/i.test(role)) || /(^|[-_])p?dc\d*($|[-_.])/.test(name ?? ''),
  };
}

function nameOf(host: Thing): string | undefined {
  const full = textIn(host, 'FQDN', 'DeviceName');
  const short = textIn(host, 'HostName', 'NetBiosName', 'AzureID');
  const domain = textIn(host, 'DnsDomain');
  const name = full ?? (short === undefined || domain === undefined || short.includes('.') ? short : `${short}.${domain}`);
  return name?.toLowerCase();
}

const rolesOf = (host: Thing): readonly string[] => {
  const roles = host['DetailedRoles'];
  return Array.isArray(roles) ? (roles as readonly unknown[]).filter((role) => typeof role === 'string') : [];
};
