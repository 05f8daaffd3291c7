// Whom an account of an alert stands for: its telling names, or nobody where it is a local or built-in one.

import { byRank, foldName, isBuiltIn, isTelling } from '../name.ts';
import { textIn } from './objects.ts';
import type { Thing } from './objects.ts';

/** Names of one account, best first; empty when it is no person's, or when nothing telling is said of it. */
export function namesOfAccount(account: Thing, hosts: ReadonlySet<string>): readonly string[] {
  const local = folded(account, 'Name', 'AccountName') ?? '';
  const domains = [folded(account, 'NTDomain', 'DomainName'), folded(account, 'DnsDomain')].flatMap((it) => it ?? []);
  const oid = folded(account, 'AadUserId', 'AadId', 'ObjectGuid');
  // The directory knows it, so it is somebody's, whatever machine it was seen on.
  const isKnown = oid !== undefined && isTelling(oid);
  if (!isKnown && isLocal(account, local, domains, hosts)) return [];

  const suffix = folded(account, 'UPNSuffix');
  const bare = local.slice(local.lastIndexOf('\\') + 1).replace(/@.*$/, '');
  const upn = folded(account, 'UserPrincipalName', 'Upn');
  const names = [
    upn,
    local,
    // On premises the name need not be the one people sign in with.
    upn !== undefined || suffix === undefined || bare === '' ? undefined : `${bare}@${suffix}`,
    oid,
    folded(account, 'Sid', 'UserSid'),
    folded(account, 'PUID', 'Puid'),
    ...domains.map((domain) => (hosts.has(domain) || bare === '' ? undefined : `${domain}\\${bare}`)),
  ];
  return [...new Set(names.flatMap((name) => (name !== undefined && isTelling(name) ? [name] : [])))].sort(byRank);
}

/** SYSTEM and its like, and accounts whose domain is the machine itself. */
function isLocal(account: Thing, local: string, domains: readonly string[], hosts: ReadonlySet<string>): boolean {
  if (isBuiltIn(local.slice(local.lastIndexOf('\\') + 1))) return true;
  if (account['IsDomainJoined'] === false && domains.length > 0) return true;
  const [domain = local.includes('\\') ? local.slice(0, local.indexOf('\\')) : undefined] = domains;
  return domain !== undefined && (hosts.has(domain) || !isTelling(`${domain}\\somebody`));
}

const folded = (account: Thing, ...names: readonly string[]): string | undefined => {
  const text = textIn(account, ...names);
  return text === undefined ? undefined : foldName(text);
};
