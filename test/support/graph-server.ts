// A server that behaves like Microsoft Graph and the sign-in before it, in the ways that hurt: remediation is accepted and
// done later, or refused as a duplicate, or altogether for one message it never analysed; a changed account is read as it was
// for a while; mailboxes answer 404 and 403; batches answer one by one; 429 says when to come back; tokens are refused; a page
// may be empty and not be the last.

import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UnsecuredJWT } from 'jose';

export interface ServedMessage {
  readonly id: string;
  readonly internetMessageId: string;
  readonly network: string;
  folder: string;
  categories: string[];
}

export interface ServedUser {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly userType: 'Member' | 'Guest';
  accountEnabled: boolean;
  signInSessionsValidFromDateTime: string;
}

export interface ServedRule {
  readonly id: string;
  readonly displayName: string;
  isEnabled: boolean;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What goes wrong next, for calls whose path matches. */
export interface Trouble extends Answer {
  readonly on: RegExp;
  /** How often. */
  left: number;
}

export interface GraphServer {
  readonly base: string;
  /** Where tokens are asked for. */
  readonly login: string;
  /** What was sent to ask for one. */
  readonly asked: URLSearchParams[];
  /** What the next token allows. */
  roles: readonly string[];
  readonly users: ServedUser[];
  readonly rules: Map<string, ServedRule[]>;
  readonly mailboxes: Map<string, ServedMessage[]>;
  readonly sent: { readonly to: string; readonly subject: string; readonly mark: string; readonly at: string }[];
  /** Method and path of each call, those within a batch too. */
  readonly calls: string[];
  readonly troubles: Trouble[];
  /** Remediations, and what is read of changed accounts, wait for `settle` while it is true. */
  slow: boolean;
  /** The first page of each list is empty and says that there is more. */
  empty: boolean;
  token: string;
  settle(): void;
  put(mailbox: string, message: Partial<ServedMessage> & Pick<ServedMessage, 'internetMessageId' | 'network'>): ServedMessage;
  close(): Promise<void>;
}

const targets: Readonly<Record<string, string>> = {
  softDelete: 'recoverableitemsdeletions',
  moveToJunk: 'junkemail',
  moveToInbox: 'inbox',
  moveToDeletedItems: 'deleteditems',
};

const error = (status: number, code: string): Answer => ({ status, body: { error: { code, message: 'no' } } });
const VERSION = '/v1.0';

export async function graphServer(): Promise<GraphServer> {
  const waiting: (() => void)[] = [];
  const http: Server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const it: GraphServer = {
    ...{ base: `${origin}${VERSION}`, login: origin, asked: [], roles: [] },
    ...{
      users: [],
      rules: new Map(),
      mailboxes: new Map(),
      sent: [],
      calls: [],
      troubles: [],
      slow: false,
      empty: false,
      token: 'good',
    },
    settle: () => {
      for (const done of waiting.splice(0)) done();
    },
    put(mailbox, { id = `id-${mailbox}-${it.mailboxes.get(mailbox)?.length ?? 0}`, folder = 'inbox', categories = [], ...more }) {
      const message = { ...more, id, folder, categories };
      it.mailboxes.set(mailbox, [...(it.mailboxes.get(mailbox) ?? []), message]);
      return message;
    },
    close: () => new Promise((resolve) => http.close(() => resolve())),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = Buffer.concat((await request.toArray()) as Buffer[]).toString('utf8');
    const answer = (request.url ?? '').startsWith(VERSION) ? answerIn(request, text) : tokenFor(request.url ?? '', text);
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  }

  function answerIn({ url = '', method = '', headers }: IncomingMessage, text: string): Answer {
    if (headers.authorization !== `Bearer ${it.token}`) return error(401, 'InvalidAuthenticationToken');
    return answerTo(method, url.slice(VERSION.length), text === '' ? undefined : JSON.parse(text));
  }

  /** Each is another, and ends the last one. */
  function tokenFor(path: string, text: string): Answer {
    it.calls.push(`POST ${path}`);
    const form = new URLSearchParams(text);
    it.asked.push(form);
    const trouble = troubleAt(path);
    if (trouble !== undefined) return trouble;
    if (form.get('client_secret') === 'wrong')
      return {
        status: 401,
        body: { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret: wrong.' },
      };
    it.token = new UnsecuredJWT({ roles: it.roles, uti: it.asked.length }).encode();
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3599, access_token: it.token } };
  }

  function troubleAt(path: string): Trouble | undefined {
    const trouble = it.troubles.find(({ on, left }) => left > 0 && on.test(decodeURIComponent(path)));
    if (trouble !== undefined) trouble.left -= 1;
    return trouble;
  }

  function answerTo(method: string, path: string, body: unknown): Answer {
    it.calls.push(`${method} ${decodeURIComponent(path)}`);
    const trouble = troubleAt(path);
    if (trouble !== undefined) return trouble;
    if (path === '/$batch') return batch(body as { requests: { id: string; method: string; url: string; body?: unknown }[] });
    if (path === '/security/collaboration/analyzedEmails/remediate') return remediate(body as Remediation);
    const [, user = '', rest = ''] = /^\/users\/([^/?]+)\/?(.*)$/.exec(path) ?? [];
    const mailbox = decodeURIComponent(user);
    if (rest === '' || rest.startsWith('?') || rest === 'revokeSignInSessions') return account(method, mailbox, rest, body);
    if (rest.includes('/messageRules')) return rule(method, mailbox, decodeURIComponent(rest), body as { isEnabled: boolean });
    if (method === 'POST' && rest === 'sendMail') return send(body as Sending);
    const messages = it.mailboxes.get(mailbox);
    if (messages === undefined) return error(404, 'MailboxNotEnabledForRESTAPI');
    return method === 'PATCH' ? patch(messages, rest, body as { categories: string[] }) : list(messages, path, rest);
  }

  /** What is read stays as it was until `settle`, where the server is slow. */
  const read = new Map<ServedUser, ServedUser>();
  function account(method: string, name: string, rest: string, body: unknown): Answer {
    const user = it.users.find(({ id, userPrincipalName }) => name === id || name === userPrincipalName);
    if (user === undefined) return error(404, 'Request_ResourceNotFound');
    if (method === 'GET') return { status: 200, body: read.get(user) ?? user };
    if (rest !== '' && user.userType === 'Guest') return error(400, 'Request_BadRequest');
    if (it.slow && !read.has(user)) {
      read.set(user, { ...user });
      waiting.push(() => read.delete(user));
    }
    const later = new Date(Date.parse(user.signInSessionsValidFromDateTime) + 1_000).toISOString();
    Object.assign(user, rest === '' ? body : { signInSessionsValidFromDateTime: later });
    return rest === '' ? { status: 204 } : { status: 200, body: { value: true } };
  }

  function rule(method: string, mailbox: string, rest: string, body: { isEnabled: boolean }): Answer {
    const rules = it.rules.get(mailbox);
    if (rules === undefined) return error(404, 'MailboxNotEnabledForRESTAPI');
    if (method === 'GET') {
      const from = rest.includes('$skip') ? 1 : 0;
      const more = from === 0 && rules.length > 1 && { '@odata.nextLink': `${it.base}/users/${mailbox}/${rest}?$skip=1` };
      return { status: 200, body: { value: from === 0 ? rules.slice(0, 1) : rules.slice(1), ...more } };
    }
    const found = rules.find(({ id }) => rest.endsWith(`/messageRules/${id}`));
    if (found === undefined) return error(404, 'ErrorItemNotFound');
    found.isEnabled = body.isEnabled;
    return { status: 200, body: found };
  }

  function batch({ requests }: { requests: { id: string; method: string; url: string; body?: unknown }[] }): Answer {
    if (requests.length > 20) return error(400, 'BadRequest');
    const responses = requests.map(({ id, method, url, body }) => ({ id, ...answerTo(method, url, body) }));
    return { status: 200, body: { responses: responses.toReversed() } };
  }

  interface Remediation {
    readonly action: string;
    readonly analyzedEmails: readonly { readonly networkMessageId: string; readonly recipientEmailAddress: string }[];
  }

  function remediate({ action, analyzedEmails }: Remediation): Answer {
    const folder = targets[action];
    const meant = analyzedEmails.map(({ networkMessageId, recipientEmailAddress }) =>
      it.mailboxes.get(recipientEmailAddress)?.find(({ network }) => network === networkMessageId),
    );
    if (folder === undefined || meant.includes(undefined)) return error(400, 'BadRequest');
    const done = (): void => {
      for (const message of meant) if (message !== undefined) message.folder = folder;
    };
    if (it.slow) waiting.push(done);
    else done();
    return { status: 202, headers: { location: 'https://security.microsoft.com/action-center/history?id=1' } };
  }

  interface Sending {
    readonly message: {
      readonly subject: string;
      readonly toRecipients: readonly { readonly emailAddress: { readonly address: string } }[];
      readonly singleValueExtendedProperties: readonly { readonly value: string }[];
    };
  }

  function send({ message }: Sending): Answer {
    const to = message.toRecipients[0]?.emailAddress.address ?? '';
    const mark = message.singleValueExtendedProperties[0]?.value ?? '';
    it.sent.push({ to, subject: message.subject, mark, at: '2026-01-05T10:00:00Z' });
    return { status: 202 };
  }

  function patch(messages: readonly ServedMessage[], rest: string, { categories }: { categories: string[] }): Answer {
    const message = messages.find(({ id }) => id === decodeURIComponent(rest.slice('messages/'.length)));
    if (message === undefined) return error(404, 'ErrorItemNotFound');
    message.categories = categories;
    return { status: 200, body: { id: message.id } };
  }

  function list(messages: readonly ServedMessage[], path: string, rest: string): Answer {
    const query = new URLSearchParams(rest.slice(rest.indexOf('?')));
    if (it.empty && !query.has('$skip'))
      return { status: 200, body: { value: [], '@odata.nextLink': `${it.base}${path}&$skip=10` } };
    const folder = /^mailFolders\/(\w+)\//.exec(rest)?.[1];
    const filter = query.get('$filter') ?? '';
    if (folder === 'sentitems') return { status: 200, body: { value: sentLike(filter) } };
    const wanted = /^internetMessageId eq '(.*)'$/.exec(filter)?.[1]?.replaceAll("''", "'");
    const value = messages
      .filter(({ internetMessageId }) => internetMessageId === wanted)
      .filter((message) => (folder === undefined ? message.folder !== targets['softDelete'] : message.folder === folder))
      .map(({ id, categories, network }) => ({
        ...{ id, categories },
        internetMessageHeaders: [{ name: 'X-MS-Exchange-Organization-Network-Message-Id', value: network }],
      }));
    return { status: 200, body: { value } };
  }

  const sentLike = (filter: string): unknown[] =>
    it.sent.filter(({ mark }) => filter.includes(`'${mark}'`)).map(({ at }) => ({ id: 'sent', sentDateTime: at }));

  return it;
}
