// Tokens of an application that signs in by itself (client credentials), with a secret or with a certificate.
//
// A token is kept until shortly before it ends, and asked for once however many wait for it. With a certificate, what is
// sent is a statement of a few minutes signed with its key, as learn.microsoft.com/entra/identity-platform/certificate-credentials
// asks for; the key never leaves the process.

import { X509Certificate, createHash, createPrivateKey, randomUUID } from 'node:crypto';
import { SignJWT, decodeJwt } from 'jose';
import type { MicrosoftSettings } from '../config.ts';
import { harmless } from '../mail/shown.ts';
import { minutes, seconds } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import { TenantError } from '../respond/action.ts';
import { field } from './graph-api.ts';

/** A token that is valid now; `anew` after the last one was refused. Throws a TenantError. */
export type TokenSource = (anew: boolean) => Promise<string>;

/** A token is not used in the last minutes of its life. */
const SPARE = minutes(5);
const STATEMENT_LIFE = minutes(10);
const TIMEOUT = seconds(30);

interface Kept {
  readonly token: string;
  readonly until: Instant;
}

export function tokenSource(settings: MicrosoftSettings, now: () => Instant): TokenSource {
  let kept: Kept | undefined;
  let asking: Promise<Kept> | undefined;

  return async (anew) => {
    if (!anew && kept !== undefined && now() < kept.until) return kept.token;
    asking ??= ask(settings, now()).finally(() => (asking = undefined));
    kept = await asking;
    return kept.token;
  };
}

/** What the application may do, by the names of its permissions; undefined where the token does not say. */
export function permissionsIn(token: string): readonly string[] | undefined {
  try {
    const { roles } = decodeJwt(token);
    return Array.isArray(roles) ? roles.map(String) : [];
  } catch {
    return undefined;
  }
}

async function ask(settings: MicrosoftSettings, at: Instant): Promise<Kept> {
  const url = `${settings.login}/${encodeURIComponent(settings.tenant)}/oauth2/v2.0/token`;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: settings.client,
    scope: `${new URL(settings.base).origin}/.default`,
    ...(await proofOf(settings, url, at)),
  });
  const { status, body, retryAfter } = await post(url, form);
  const [token, life] = [field(body, 'access_token'), Number(field(body, 'expires_in'))];
  if (status !== 200) throw troubleOf(status, body, retryAfter);
  if (typeof token !== 'string' || !(life > 0))
    throw new TenantError('unavailable', 'Microsoft Entra answered without a token; look at GRAPH_LOGIN_URL');
  return { token, until: at + Math.max(seconds(life) - SPARE, seconds(life) / 2) };
}

async function proofOf({ client, secret, certificate }: MicrosoftSettings, audience: string, at: Instant) {
  if (certificate === undefined) return { client_secret: secret ?? '' };
  const thumbprint = createHash('sha256').update(new X509Certificate(certificate).raw).digest('base64url');
  const statement = await new SignJWT()
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint })
    .setIssuer(client)
    .setSubject(client)
    .setAudience(audience)
    .setJti(randomUUID())
    .setNotBefore(new Date(at))
    .setExpirationTime(new Date(at + STATEMENT_LIFE))
    .sign(createPrivateKey(certificate));
  return { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: statement };
}

async function post(url: string, form: URLSearchParams) {
  try {
    const response = await fetch(url, { method: 'POST', body: form, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) });
    const text = await response.text();
    return { status: response.status, body: jsonIn(text), retryAfter: response.headers.get('retry-after') };
  } catch (error) {
    throw new TenantError('unavailable', `Microsoft Entra cannot be reached for a token: ${(error as Error).message}`);
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Codes only: what is said beside them may repeat what was sent. */
function troubleOf(status: number, body: unknown, retryAfter: string | null): TenantError {
  const number = /AADSTS\d+/.exec(String(field(body, 'error_description')))?.[0];
  const codes = [field(body, 'error'), number].filter((code) => typeof code === 'string').map(harmless);
  const said = `Microsoft Entra answered ${status}${codes.length === 0 ? '' : ` (${codes.join(', ')})`} when asked for a token`;
  const wait = retryAfter !== null && Number(retryAfter) >= 0 ? seconds(Number(retryAfter)) : undefined;
  if (status === 429) return new TenantError('throttled', said, wait);
  if (status >= 500) return new TenantError('unavailable', said, wait);
  return new TenantError('forbidden', `${said}: look at GRAPH_TENANT_ID, GRAPH_CLIENT_ID and the secret or certificate`);
}
