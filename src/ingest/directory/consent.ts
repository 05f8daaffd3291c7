// Rights of applications over people's data: consent given on a page, delegated permissions granted, application roles
// assigned. A person who is merely let into an application gave it nothing, and stays an administrator's change.

import { known } from '../known.ts';
import { foldName } from '../name.ts';
import type { EventOf } from '../../model/event.ts';
import { property } from './change.ts';
import type { DirectoryChange, DirectoryObject } from './change.ts';

/** What a consent tells beyond when, who and from where; `app` is who was given the rights, not what they were given with. */
export type ConsentTold = Pick<EventOf<'consent'>, 'kind' | 'breadth' | 'scopes' | 'target' | 'app' | 'appName'>;

export function consentIn(change: DirectoryChange): ConsentTold | undefined {
  return READERS[change.operation.toLowerCase()]?.(change);
}

const READERS: Readonly<Record<string, (change: DirectoryChange) => ConsentTold | undefined>> = {
  'consent to application': consentToApplication,
  'add delegated permission grant': delegatedGrant,
  'add oauth2permissiongrant': delegatedGrant,
  'add app role assignment to service principal': applicationRole,
  'add app role assignment grant to user': personsRole,
};

function consentToApplication(change: DirectoryChange): ConsentTold {
  const { before, after } = grantsIn(property(change, 'ConsentAction.Permissions').after ?? '');
  const outright = ['DelegatedPermissions', 'ApplicationPermissions'].flatMap((name) => words(property(change, name).after));
  const types = after.flatMap(({ type }) => type ?? []);
  const isForAll = isTrue(change, 'ConsentContext.OnBehalfOfAll') || isTrue(change, 'ConsentContext.IsAppOnly');
  const everyone = types.length > 0 ? types.some(isEveryone) : isForAll || isTrue(change, 'ConsentContext.IsAdminConsent');

  return told(change, {
    ...applicationItself(change),
    everyone,
    had: before.flatMap(({ scopes }) => scopes),
    scopes: [...after.flatMap(({ scopes }) => scopes), ...outright],
    whose: after.find(({ principal }) => principal !== undefined)?.principal,
  });
}

/** The record is about the resource; who may use it now stands among the properties. */
function delegatedGrant(change: DirectoryChange): ConsentTold {
  const scope = property(change, `${grantName(change)}.Scope`);
  const type = property(change, `${grantName(change)}.ConsentType`).after;
  return told(change, {
    ...namedPrincipal(change),
    everyone: type !== undefined && isEveryone(type),
    had: words(scope.before),
    scopes: words(scope.after),
    whose: property(change, `${grantName(change)}.PrincipalId`).after,
  });
}

const grantName = ({ modified }: DirectoryChange): string =>
  modified.some(({ name }) => name.startsWith('OAuth2PermissionGrant.')) ? 'OAuth2PermissionGrant' : 'DelegatedPermissionGrant';

/** A right the application has by itself, with nobody signed in: over everybody's data. */
function applicationRole(change: DirectoryChange): ConsentTold {
  return told(change, {
    ...namedPrincipal(change),
    everyone: true,
    had: [],
    scopes: words(property(change, 'AppRole.Value').after),
    whose: undefined,
  });
}

function personsRole(change: DirectoryChange): ConsentTold | undefined {
  const scopes = words(property(change, 'AppRole.Value').after).filter(isPermission);
  if (scopes.length === 0) return undefined;
  const whose = property(change, 'User.UPN').after ?? property(change, 'User.ObjectID').after;
  return told(change, { ...applicationItself(change), everyone: false, had: [], scopes, whose });
}

interface Found {
  readonly app: string | undefined;
  readonly appName: string | undefined;
  readonly everyone: boolean;
  readonly had: readonly string[];
  readonly scopes: readonly string[];
  readonly whose: string | undefined;
}

/** Hundreds are possible, thousands are somebody's attempt to hide one. */
const MOST_SCOPES = 500;
const LONGEST_PERMISSIONS = 100_000;

function told(change: DirectoryChange, { app, appName, everyone, had, scopes, whose }: Found): ConsentTold {
  const news = scopes.filter((scope) => !had.includes(scope));
  const person = whose === undefined ? undefined : foldName(whose);
  const isActors = person !== undefined && change.actorNames.includes(person);
  return known({
    kind: 'consent' as const,
    app: app?.toLowerCase(),
    appName,
    breadth: everyone ? ('everyone' as const) : ('person' as const),
    // Given once more, all of it counts.
    scopes: [...new Set(news.length > 0 ? news : scopes)].sort().slice(0, MOST_SCOPES),
    target: everyone || isActors ? undefined : person,
  });
}

/** The object is the application: its own id is the first of its names, not the directory's id of its registration here. */
function applicationItself(change: DirectoryChange): Pick<Found, 'app' | 'appName'> {
  const names = property(change, 'TargetId.ServicePrincipalNames').after ?? '';
  const object = applicationAmong(change.objects);
  return { app: GUID.exec(names)?.[0] ?? object?.id, appName: object?.name };
}

function namedPrincipal(change: DirectoryChange): Pick<Found, 'app' | 'appName'> {
  const id = property(change, 'ServicePrincipal.ObjectID').after;
  const beside = change.objects.find((object) => object.id !== undefined && object.id === id?.toLowerCase());
  return {
    app: property(change, 'ServicePrincipal.AppId').after ?? id,
    appName: property(change, 'ServicePrincipal.DisplayName').after ?? beside?.name,
  };
}

const applicationAmong = (objects: readonly DirectoryObject[]): DirectoryObject | undefined =>
  objects.find(({ type }) => type === 'ServicePrincipal' || type === 'Application') ?? objects[0];

const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

interface Grant {
  readonly type?: string;
  readonly principal?: string;
  readonly scopes: readonly string[];
}

/** `[[Id: …, ConsentType: Principal, Scope: a b]] => [[…]]`: what was granted before, and what is now. */
function grantsIn(whole: string): { before: readonly Grant[]; after: readonly Grant[] } {
  const text = whole.slice(0, LONGEST_PERMISSIONS);
  const cut = text.indexOf('=>');
  return { before: cut < 0 ? [] : eachGrant(text.slice(0, cut)), after: eachGrant(text.slice(cut < 0 ? 0 : cut + 2)) };
}

// An export that cuts long values leaves the last grant open.
const eachGrant = (text: string): readonly Grant[] =>
  [...text.matchAll(/\[[^[\]]+/g)].map(([grant]) =>
    known({
      type: /ConsentType:\s*(\w+)/.exec(grant)?.[1],
      principal: /PrincipalId:\s*([^,\s]+)/.exec(grant)?.[1],
      scopes: words(/Scope:([^,]*)/.exec(grant)?.[1]),
    }),
  );

const words = (text: string | undefined): readonly string[] => (text ?? '').split(/[\s;]+/).filter((word) => word !== '');

const isPermission = (word: string): boolean => /^\w+(\.\w+)+$/.test(word);

const isEveryone = (type: string): boolean => /^allprincipals$/i.test(type);

const isTrue = (change: DirectoryChange, name: string): boolean => /^true$/i.test(property(change, name).after ?? '');
