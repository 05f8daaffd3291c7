// Consents and roles, as both logs of the directory tell them.

import { describe, expect, it } from 'vitest';
import { ana, ben, cleo, directoryAudit, ualDirectory } from '../support/records.ts';
import type { RawJson } from '../support/records.ts';
import { eventOf, readingOf } from './reading.ts';

const APP = 'abababab-0000-4000-8000-000000000001';
const PRINCIPAL = 'cdcdcdcd-0000-4000-8000-000000000001';

type Properties = Readonly<Record<string, readonly [string | undefined, string | undefined]>>;

const modified = (properties: Properties) =>
  Object.entries(properties).map(([Name, [OldValue = '', NewValue = '']]) => ({ Name, OldValue, NewValue }));

const aboutApp = (activity: string, properties: Properties, fields: RawJson = {}): RawJson =>
  ualDirectory(
    { activity },
    {
      ObjectId: APP,
      ModifiedProperties: modified(properties),
      Target: [
        { ID: `ServicePrincipal_${PRINCIPAL}`, Type: 2 },
        { ID: PRINCIPAL, Type: 2 },
        { ID: 'Contract Viewer', Type: 1 },
        { ID: APP, Type: 4 },
      ],
      ...fields,
    },
  );

/** The same in the Entra log, its values JSON in text. */
const twin = (activity: string, properties: Properties): RawJson =>
  directoryAudit(
    { activity },
    {
      targetResources: [
        {
          id: PRINCIPAL,
          displayName: 'Contract Viewer',
          type: 'ServicePrincipal',
          userPrincipalName: null,
          modifiedProperties: Object.entries(properties).map(([displayName, [before, after]]) => ({
            displayName,
            oldValue: before === undefined ? null : JSON.stringify(before),
            newValue: after === undefined ? null : JSON.stringify(after),
          })),
        },
      ],
    },
  );

const grant = (type: string, scope: string, principal = ana.id): string =>
  `[[Id: x, ClientId: ${PRINCIPAL}, PrincipalId: ${type === 'Principal' ? principal : ''}, ResourceId: y, ConsentType: ${type}, Scope:  ${scope}, CreatedDateTime: , LastModifiedDateTime ]]`;

const consent = (type: string, scope: string, before = '[]', principal = ana.id): Properties => ({
  'ConsentContext.IsAdminConsent': [undefined, 'True'],
  'ConsentAction.Permissions': [undefined, `${before} => ${grant(type, scope, principal)}; `],
  'TargetId.ServicePrincipalNames': [undefined, APP],
});

describe('a consent', () => {
  it.each([
    ['the unified log', aboutApp],
    ['the Entra log', twin],
  ])('is told with the application and each permission: %s', (_, write) => {
    const record = write('Consent to application', consent('Principal', 'openid Mail.Read  Files.ReadWrite.All'));
    expect(eventOf('consent', record)).toMatchObject({
      actor: ana.upn,
      app: APP,
      appName: 'Contract Viewer',
      breadth: 'person',
      scopes: ['Files.ReadWrite.All', 'Mail.Read', 'openid'],
    });
    expect(eventOf('consent', record)).not.toHaveProperty('target');
  });

  it('is for everyone when it says so, whoever gave it', () => {
    expect(eventOf('consent', aboutApp('Consent to application', consent('AllPrincipals', 'User.Read'))).breadth).toBe(
      'everyone',
    );
    const outright = {
      'ConsentContext.IsAdminConsent': ['False', 'True'],
      DelegatedPermissions: ['', 'User.Read Mail.Read'],
    } as const;
    expect(eventOf('consent', twin('Consent to application', outright))).toMatchObject({
      breadth: 'everyone',
      scopes: ['Mail.Read', 'User.Read'],
    });
  });

  it('names whose data it is about, when it is not the giver’s', () => {
    const given = consent('Principal', 'User.Read', '[]', cleo.id);
    expect(eventOf('consent', aboutApp('Consent to application', given)).target).toBe(cleo.id);
  });

  it('counts what is new, and all of it when nothing is', () => {
    const more = consent('Principal', 'User.Read Mail.Read', grant('Principal', 'User.Read'));
    expect(eventOf('consent', aboutApp('Consent to application', more)).scopes).toEqual(['Mail.Read']);
    const again = consent('Principal', 'User.Read', grant('Principal', 'User.Read'));
    expect(eventOf('consent', aboutApp('Consent to application', again)).scopes).toEqual(['User.Read']);
  });

  it('loses no permission to the length of the list', () => {
    const scopes = Array.from({ length: 60 }, (_, index) => `Resource${index}.ReadWrite.All`).sort();
    expect(eventOf('consent', aboutApp('Consent to application', consent('Principal', scopes.join(' ')))).scopes).toEqual(scopes);
  });

  it('may have failed, and may say nothing of what it was to', () => {
    const record = aboutApp('Consent to application', {}, { ResultStatus: 'Failure' });
    expect(eventOf('consent', record)).toMatchObject({ outcome: 'failure', scopes: [], breadth: 'person', app: PRINCIPAL });
  });

  it.each(['DelegatedPermissionGrant', 'OAuth2PermissionGrant'])(
    'may be a %s to whoever is named beside the resource',
    (name) => {
      const activity = name === 'OAuth2PermissionGrant' ? 'Add OAuth2PermissionGrant' : 'Add delegated permission grant';
      const properties = {
        [`${name}.Scope`]: ['User.Read', ' User.Read Mail.ReadWrite'],
        [`${name}.ConsentType`]: ['AllPrincipals', 'AllPrincipals'],
        'ServicePrincipal.ObjectID': [undefined, PRINCIPAL],
        'ServicePrincipal.AppId': [undefined, APP],
        'ServicePrincipal.DisplayName': [undefined, 'Contract Viewer'],
      } as const;
      for (const record of [aboutApp(activity, properties), twin(activity, properties)]) {
        expect(eventOf('consent', record)).toMatchObject({
          app: APP,
          appName: 'Contract Viewer',
          breadth: 'everyone',
          scopes: ['Mail.ReadWrite'],
        });
      }
    },
  );

  it('may be a right the application has by itself', () => {
    const properties = {
      'AppRole.Value': [undefined, 'Mail.ReadWrite'],
      'ServicePrincipal.AppId': [undefined, APP],
    } as const;
    expect(eventOf('consent', aboutApp('Add app role assignment to service principal', properties))).toMatchObject({
      app: APP,
      breadth: 'everyone',
      scopes: ['Mail.ReadWrite'],
    });
  });

  it('is not that somebody was let into an application', () => {
    const role = (value: string): RawJson =>
      aboutApp('Add app role assignment grant to user', { 'AppRole.Value': ['', value], 'User.UPN': ['', cleo.upn] });
    for (const value of ['', 'User', 'Default Access']) expect(readingOf(role(value)).event.kind).toBe('adminChange');
    expect(eventOf('consent', role('Tasks.Read'))).toMatchObject({ breadth: 'person', scopes: ['Tasks.Read'], target: cleo.upn });
  });
});

const roleProperties = (before?: string, after?: string): Properties => ({
  'Role.DisplayName': [before, after],
  'Role.TemplateId': [before && 'template', after && 'template'],
});

const both = (activity: string, properties: Properties): readonly RawJson[] => [
  ualDirectory({ activity, target: ben }, { ModifiedProperties: modified(properties) }),
  directoryAudit(
    { activity, target: ben },
    {
      targetResources: [
        {
          id: ben.id,
          type: 'User',
          userPrincipalName: ben.upn,
          modifiedProperties: Object.entries(properties).map(([displayName, [before, after]]) => ({
            displayName,
            oldValue: before === undefined ? null : JSON.stringify(before),
            newValue: after === undefined ? null : JSON.stringify(after),
          })),
        },
      ],
    },
  ),
];

describe('a role', () => {
  it.each([
    ['Add member to role', 'granted'],
    ['Add scoped member to role', 'granted'],
    ['Add member to role outside of PIM (permanent)', 'granted'],
    ['Add eligible member to role', 'eligible'],
    ['Add eligible member to role in PIM completed (timebound)', 'eligible'],
    ['Add member to role completed (PIM activation)', 'activated'],
  ])('%s: %s', (activity, change) => {
    for (const record of both(activity, roleProperties(undefined, 'Global Administrator')))
      expect(eventOf('roleChange', record)).toMatchObject({ change, role: 'Global Administrator', target: ben.upn });
  });

  it.each(['Remove member from role', 'Remove eligible member from role', 'Remove member from role completed (PIM deactivate)'])(
    '%s is told with the role that was',
    (activity) => {
      for (const record of both(activity, roleProperties('Global Administrator')))
        expect(eventOf('roleChange', record)).toMatchObject({ change: 'removed', role: 'Global Administrator' });
    },
  );

  it.each([
    'Add member to role requested (PIM activation)',
    'Add member to role in PIM requested (permanent)',
    'Add role definition',
  ])('%s changes none', (activity) => {
    for (const record of both(activity, roleProperties(undefined, 'Global Administrator')))
      expect(readingOf(record).event.kind).toBe('adminChange');
  });

  it('may be known by its template alone, and nobody’s without any name', () => {
    const [record] = both('Add member to role', { 'Role.TemplateId': [undefined, 'template'] });
    expect(eventOf('roleChange', record).role).toBe('template');
    expect(readingOf(both('Add member to role', {})[0]).event.kind).toBe('adminChange');
  });

  it('may be a group’s, under the group’s name', () => {
    const Target = [
      { ID: 'Group_aaaaaaaa-0000-4000-8000-00000000000f', Type: 2 },
      { ID: 'Keepers', Type: 1 },
    ];
    const record = ualDirectory(
      { activity: 'Add member to role' },
      { ObjectId: 'Not Available', Target, ModifiedProperties: modified(roleProperties(undefined, 'User Administrator')) },
    );
    expect(eventOf('roleChange', record).target).toBe('keepers');
  });

  it('of privileged identity management stands among the targets', () => {
    const targetResources = [
      { id: 'r', displayName: 'User Administrator', type: 'Role', modifiedProperties: [] },
      { id: 'q', type: 'Request' },
      { id: ben.id, displayName: 'Ben', type: 'User' },
      { id: 'd', displayName: 'Harbour', type: 'Directory' },
    ];
    const record = directoryAudit({ activity: 'Add member to role in PIM completed (permanent)' }, { targetResources });
    expect(eventOf('roleChange', record)).toMatchObject({ change: 'granted', role: 'User Administrator', target: ben.id });
  });
});

describe('the demand for a second factor', () => {
  const requirement = (before: object[], after: object[]) => ({
    properties: [{ name: 'StrongAuthenticationRequirement', before, after }],
  });

  it.each([
    ['set to off', [{ State: 1 }], [{ State: 0 }]],
    ['taken away', [{ State: 2, RelyingParty: '*' }], []],
  ])('is no longer there when it is %s', (_, before, after) => {
    for (const record of [ualDirectory(requirement(before, after)), directoryAudit(requirement(before, after))]) {
      expect(eventOf('methodChange', record)).toMatchObject({
        target: ben.upn,
        change: 'removed',
        methods: ['requirement'],
        before: [],
        after: [],
      });
    }
  });

  it('is dropped by the operation of that name, whatever stands beside it', () => {
    for (const write of [ualDirectory, directoryAudit]) {
      const record = write({ activity: 'Disable Strong Authentication' });
      expect(eventOf('methodChange', record)).toMatchObject({ change: 'removed', methods: ['requirement'] });
    }
  });

  it('is no method when it is made, or made stricter', () => {
    for (const [before, after] of [
      [[], [{ State: 1 }]],
      [[{ State: 1 }], [{ State: 2 }]],
      [[{ State: 0 }], [{ State: 0 }]],
    ] as const)
      expect(readingOf(ualDirectory(requirement([...before], [...after]))).event.kind).toBe('adminChange');
  });

  it('goes with what else was taken, in one change', () => {
    const properties = [
      ...requirement([{ State: 2 }], [{ State: 0 }]).properties,
      { name: 'StrongAuthenticationMethod', before: [{ MethodType: 6, Default: true }], after: [] },
    ];
    expect(eventOf('methodChange', ualDirectory({ properties }))).toMatchObject({
      change: 'removed',
      methods: ['all', 'method', 'requirement'],
      before: ['method=app'],
    });
  });

  it('and security information taken away are told by the unified log, too', () => {
    const record = ualDirectory(
      { activity: 'User deleted security info', actor: ben },
      { ModifiedProperties: modified({ Method: ['Authenticator App', ''] }) },
    );
    expect(eventOf('methodChange', record)).toMatchObject({ change: 'removed', methods: ['authenticator'], target: ben.upn });
  });
});
