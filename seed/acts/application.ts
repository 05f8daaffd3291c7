// Applications and what they may: consent given, secrets added.

import type { Instant } from '../../src/model/time.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { OAuthApp, ServicePrincipal } from '../tenant.ts';
import { resources } from '../wire/apps.ts';
import { updatedProperties, type DirectoryObject, type Modified } from '../wire/directory.ts';
import type { World } from '../world.ts';
import { asPerson, changeDirectory, type Change } from './directory.ts';

/**
 * Rights over one's own data, or as an administrator over everybody's. The page writes what it grants one by one, each
 * right of an application's own as an act of its own, and then that consent was given.
 */
export function consent(
  world: World,
  rng: Rng,
  session: Session,
  at: Instant,
  app: OAuthApp,
  by: 'user' | 'admin',
): SeedRecord[] {
  const appOnly = by === 'admin' && app.acts === 'application';
  const shared = {
    at,
    actor: asPerson(session),
    category: 'ApplicationManagement' as const,
    operationType: 'Assign' as const,
    correlationId: rng.guid(),
  };
  const graph = graphIn(world);
  const granted: Change[] = appOnly
    ? app.scopes.map((scope) => ({ ...appRole(shared, app, graph, scope, rng.guid()), correlationId: rng.guid() }))
    : [delegatedGrant(shared, app, graph, by)];
  const grant = rng.base64(43).replaceAll('+', '-').replaceAll('/', '_');

  return [...granted, consentItself(shared, app, graph, by, grant)].flatMap((change) => changeDirectory(world, rng, change));
}

type Shared = Pick<Change, 'at' | 'actor' | 'category' | 'operationType' | 'correlationId'>;

/** Microsoft Graph as this directory knows it. */
const graphIn = (world: World): DirectoryObject => ({
  type: 'ServicePrincipal',
  id: world.rng.fork('microsoft graph').guid(),
  displayName: resources.graph.name,
  appId: resources.graph.id,
});

const principalOf = (app: ServicePrincipal): DirectoryObject => ({
  type: 'ServicePrincipal',
  id: app.id,
  displayName: app.displayName,
  appId: app.appId,
});

const graphNames: Modified = {
  name: 'TargetId.ServicePrincipalNames',
  after: `${resources.graph.id}/ags.windows.net;${resources.graph.id};https://graph.microsoft.com;https://canary.graph.microsoft.com`,
};

const clientProperties = (app: ServicePrincipal): Modified[] => [
  { name: 'ServicePrincipal.ObjectID', after: app.id },
  { name: 'ServicePrincipal.DisplayName', after: app.displayName },
  { name: 'ServicePrincipal.AppId', after: app.appId },
  { name: 'ServicePrincipal.Name', after: app.appId },
];

function delegatedGrant(shared: Shared, app: OAuthApp, graph: DirectoryObject, by: 'user' | 'admin'): Change {
  return {
    ...shared,
    activity: 'Add delegated permission grant',
    objects: [graph, principalOf(app)],
    modified: [
      { name: 'DelegatedPermissionGrant.Scope', after: ` ${app.scopes.join(' ')}` },
      { name: 'DelegatedPermissionGrant.ConsentType', after: consentTypes[by] },
      ...(by === 'user' && shared.actor.kind === 'person'
        ? [{ name: 'DelegatedPermissionGrant.PrincipalId', after: shared.actor.person.id }]
        : []),
      ...clientProperties(app),
    ],
    footer: [graphNames],
  };
}

function appRole(shared: Shared, app: OAuthApp, graph: DirectoryObject, scope: string, roleId: string): Change {
  return {
    ...shared,
    activity: 'Add app role assignment to service principal',
    objects: [graph, principalOf(app)],
    modified: [
      { name: 'AppRole.Id', after: roleId },
      { name: 'AppRole.Value', after: scope },
      { name: 'AppRole.DisplayName', after: scope },
      ...clientProperties(app),
    ],
    footer: [graphNames],
  };
}

const consentTypes = { user: 'Principal', admin: 'AllPrincipals' } as const;

function consentItself(shared: Shared, app: OAuthApp, graph: DirectoryObject, by: 'user' | 'admin', grant: string): Change {
  const appOnly = by === 'admin' && app.acts === 'application';
  const principal = by === 'user' && shared.actor.kind === 'person' ? shared.actor.person.id : '';
  const permission = `Id: ${grant}, ClientId: ${app.id}, PrincipalId: ${principal}, ResourceId: ${graph.id}, ConsentType: ${consentTypes[by]}, Scope:  ${app.scopes.join(' ')}, CreatedDateTime: , LastModifiedDateTime `;
  return {
    ...shared,
    activity: 'Consent to application',
    objects: [principalOf(app)],
    modified: [
      { name: 'ConsentContext.IsAdminConsent', after: by === 'admin' ? 'True' : 'False' },
      { name: 'ConsentContext.IsAppOnly', after: appOnly ? 'True' : 'False' },
      { name: 'ConsentContext.OnBehalfOfAll', after: by === 'admin' ? 'True' : 'False' },
      { name: 'ConsentContext.Tags', after: 'WindowsAzureActiveDirectoryIntegratedApp' },
      { name: 'ConsentAction.Permissions', after: appOnly ? '[] => []; ' : `[] => [[${permission}]]; ` },
    ],
    footer: [{ name: 'TargetId.ServicePrincipalNames', after: app.appId }],
  };
}

/** A new secret for an application. The log has a dash in the name, and a blank after it. */
export function addCredential(world: World, rng: Rng, session: Session, at: Instant, app: ServicePrincipal): SeedRecord[] {
  const key = `[KeyIdentifier=${rng.guid()},KeyType=Password,KeyUsage=Verify,DisplayName=${rng.pick(secretNames)}]`;
  const name = 'Update application – Certificates and secrets management ';
  const modified = [{ name: 'KeyDescription', before: [], after: [key] }];
  return changeDirectory(world, rng, {
    at,
    actor: asPerson(session),
    category: 'ApplicationManagement',
    operationType: 'Update',
    activity: name,
    m365Operation: name,
    objects: [
      {
        type: 'Application',
        id: world.rng.fork(`application/${app.id}`).guid(),
        displayName: app.displayName,
        appId: app.appId,
      },
    ],
    modified,
    footer: [updatedProperties(modified)],
  });
}

const secretNames = ['prod', 'secret', 'api', 'backup key', 'integration', 'rotation', '1', 'client secret'] as const;
