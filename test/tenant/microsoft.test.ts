import { createHash, X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, importX509, jwtVerify } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import type { MicrosoftSettings } from '../../src/config.ts';
import { connect } from '../../src/tenant/microsoft.ts';
import { tokenSource } from '../../src/tenant/graph-token.ts';
import { actions } from '../../src/respond/all.gen.ts';
import { minutes, hours } from '../../src/model/time.ts';
import { selfSigned } from '../support/certificate.ts';
import { graphServer } from '../support/graph-server.ts';
import type { GraphServer } from '../support/graph-server.ts';

const open: GraphServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function served(more: Partial<MicrosoftSettings> = {}): Promise<{ server: GraphServer; settings: MicrosoftSettings }> {
  const server = await graphServer();
  open.push(server);
  const proof = more.certificate === undefined ? { secret: 'right' } : {};
  const settings = { tenant: 'contoso.test', client: 'skein', base: server.base, login: server.login, ...proof, ...more };
  return { server, settings };
}

const everything = [
  ...['User.RevokeSessions.All', 'User.EnableDisableAccount.All', 'User.Read.All', 'MailboxSettings.ReadWrite'],
  ...['SecurityAnalyzedMessage.ReadWrite.All', 'Mail.ReadWrite', 'Mail.Send'],
];

describe('a token', () => {
  it('is asked for with the secret, for Microsoft Graph and nothing else', async () => {
    const { server, settings } = await served();
    expect(await tokenSource(settings, () => 0)(false)).toBe(server.token);
    expect(server.calls).toEqual(['POST /contoso.test/oauth2/v2.0/token']);
    expect(Object.fromEntries(server.asked[0] ?? [])).toEqual({
      ...{ grant_type: 'client_credentials', client_id: 'skein', client_secret: 'right' },
      scope: `${server.login}/.default`,
    });
  });

  it('is asked for with a statement that the certificate signed, and never with its key', async () => {
    const { pem, certificate } = selfSigned();
    const { server, settings } = await served({ certificate: pem });
    const at = Date.now();
    await tokenSource(settings, () => at)(false);
    const form = server.asked[0] ?? new URLSearchParams();
    expect([...form.keys()].sort()).toEqual(['client_assertion', 'client_assertion_type', 'client_id', 'grant_type', 'scope']);
    const statement = form.get('client_assertion') ?? '';
    const expected = { issuer: 'skein', subject: 'skein', audience: `${server.login}/contoso.test/oauth2/v2.0/token` };
    const { payload } = await jwtVerify(statement, await importX509(certificate, 'PS256'), expected);
    expect((payload.exp ?? 0) - (payload.nbf ?? 0)).toBe(minutes(10) / 1_000);
    expect(decodeProtectedHeader(statement)['x5t#S256']).toBe(
      createHash('sha256').update(new X509Certificate(certificate).raw).digest('base64url'),
    );
  });

  it('is kept until shortly before it ends, and asked for once by all who wait', async () => {
    const { server, settings } = await served();
    let now = 0;
    const token = tokenSource(settings, () => now);
    const [first, second] = await Promise.all([token(false), token(false)]);
    expect(first).toBe(second);
    now = minutes(54);
    expect(await token(false)).toBe(first);
    expect(server.asked).toHaveLength(1);
    now = hours(1);
    expect(await token(false)).not.toBe(first);
    expect(server.asked).toHaveLength(2);
  });

  it('that is refused is told by its codes, and not by what was sent', async () => {
    const { settings } = await served({ secret: 'wrong' });
    const asked = tokenSource(settings, () => 0)(false);
    await expect(asked).rejects.toMatchObject({
      trouble: 'forbidden',
      message:
        'Microsoft Entra answered 401 (invalid_client, AADSTS7000215) when asked for a token: look at GRAPH_TENANT_ID, GRAPH_CLIENT_ID and the secret or certificate',
    });
  });

  it('is waited for where the service is busy, away, or answers something else', async () => {
    const { server, settings } = await served();
    const token = tokenSource(settings, () => 0);
    server.troubles.push(
      { on: /token/, left: 1, status: 429, headers: { 'retry-after': '7' } },
      { on: /token/, left: 1, status: 503 },
      { on: /token/, left: 1, status: 200, body: 'a page of a proxy' },
    );
    await expect(token(false)).rejects.toMatchObject({ trouble: 'throttled', retryAfterMs: 7_000 });
    await expect(token(false)).rejects.toMatchObject({ trouble: 'unavailable' });
    await expect(token(false)).rejects.toMatchObject({ trouble: 'unavailable' });
    expect(await token(false)).toBe(server.token);
    const away = tokenSource({ ...settings, login: 'http://127.0.0.1:1' }, () => 0);
    await expect(away(false)).rejects.toMatchObject({ trouble: 'unavailable', isPassing: true });
  });
});

describe('a connection', () => {
  const known = {
    account: () => Promise.resolve(['ana@contoso.test']),
    rule: () => Promise.resolve(undefined),
    copiesOf: () => Promise.resolve([{ message: 'm@evil.test', recipient: 'ana@contoso.test', network: 'n1' }]),
  };

  it('acts with the token it got, and gets another when that is refused', async () => {
    const { server, settings } = await served();
    server.users.push({
      ...{ id: 'a', userPrincipalName: 'ana@contoso.test', userType: 'Member', accountEnabled: true },
      signInSessionsValidFromDateTime: '2026-01-05T10:00:00Z',
    });
    const tenant = connect(settings, () => 0).tenant(known);
    await tenant.setAccountEnabled('ana', false);
    server.token = 'the key was changed';
    expect(await tenant.getUser('ana')).toMatchObject({ enabled: false });
    expect(server.asked).toHaveLength(2);
  });

  it('remembers across jobs what it asked for: the same move is not asked for twice', async () => {
    const { server, settings } = await served();
    server.slow = true;
    server.put('ana@contoso.test', { internetMessageId: '<m@evil.test>', network: 'n1' });
    const microsoft = connect(settings, () => 0);
    const copies = await known.copiesOf();
    for (let job = 0; job < 2; job += 1) await microsoft.tenant(known).changeCopies(copies, { kind: 'move', to: 'held' });
    expect(server.calls.filter((call) => call.includes('/remediate'))).toHaveLength(1);
  });

  it('says which permissions are missing, and what cannot be done without', async () => {
    const { server, settings } = await served();
    server.roles = everything.filter((role) => role !== 'Mail.ReadWrite' && role !== 'User.RevokeSessions.All');
    expect(await connect(settings, () => 0).lacks()).toEqual([
      { permission: 'User.RevokeSessions.All', actions: ['revoke-sessions'] },
      { permission: 'Mail.Read', actions: ['hold-mail', 'junk-mail', 'release-mail', 'notify-recipients'] },
      { permission: 'Mail.ReadWrite', actions: ['tag-mail'] },
    ]);
    server.roles = everything;
    expect(await connect(settings, () => 0).lacks()).toEqual([]);
  });

  it('needs a permission for each action there is, but for those Microsoft Graph cannot do', async () => {
    const { settings } = await served();
    const named = (await connect(settings, () => 0).lacks())?.flatMap((lack) => lack.actions);
    const all = actions.map(({ id }) => id).filter((id) => id !== 'lock-links' && id !== 'strip-attachments');
    expect([...new Set(named)].sort()).toEqual([...all].sort());
  });
});
