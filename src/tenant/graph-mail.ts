// Mail in a tenant of Microsoft 365, through Microsoft Graph: where copies are, and what can be done to them.
//
// Moving is POST /security/collaboration/analyzedEmails/remediate, which answers 202 and a place in the action centre where
// people can follow it. No call tells how far it is, so a copy is looked for in its mailbox: in the inbox, then where deleted
// items can be recovered from, which is where what is softly deleted goes, then in junk, deleted items and anywhere else.
// The service rolls up equal requests and refuses the second as a duplicate: none is sent again within half an hour, and a
// duplicate counts as sent. One message that the service has not analysed fails all that were sent with it: they are sent
// again in halves, and what fails alone is left as it is, for whoever reads back to count.
//
// Marking is PATCH on the message's categories. Nobody can change the text of a received message (`body` can be set only
// while it is a draft), and a deleted attachment cannot be put back: both are refused before anything is done.
//
// Warnings are sent one by one, each with a mark of its own that is found again among the sent mail. A process that dies
// before its last warning shows there may send that one again: Microsoft Graph knows no key against it.

import { digestOf } from '../ingest/digest.ts';
import type { Instant } from '../model/time.ts';
import { minutes } from '../model/time.ts';
import { TenantError } from '../respond/action.ts';
import type { CopyChange, CopyRef, CopyState, MailTenant, Place } from '../respond/copies.ts';
import { field } from './graph-api.ts';
import type { GraphApi, GraphRequest } from './graph-api.ts';

export interface GraphMail {
  readonly api: GraphApi;
  /** What copies there are of a message or a campaign; Microsoft Graph knows no campaigns. */
  readonly copiesOf: MailTenant['copiesOf'];
  readonly now: () => Instant;
  /** The mailbox that warnings are sent from; without it none are. */
  readonly noticesFrom?: string;
  readonly memory?: MailMemory;
}

/** What was asked of Microsoft Graph lately, by copy. */
export interface MailMemory {
  readonly asked: Map<string, { readonly action: Remediation; readonly at: Instant }>;
  readonly sent: Map<string, Instant>;
}

export const mailMemory = (): MailMemory => ({ asked: new Map(), sent: new Map() });

type Remediation = 'softDelete' | 'moveToJunk' | 'moveToInbox' | 'moveToDeletedItems';

const remediations: Readonly<Record<Exclude<Place, 'elsewhere'>, Remediation>> = {
  held: 'softDelete',
  junk: 'moveToJunk',
  inbox: 'moveToInbox',
  deleted: 'moveToDeletedItems',
};

/** Any folder its owner sees. */
const ANYWHERE = '';
const RECOVERABLE = 'recoverableitemsdeletions';

/** Where a copy is looked for, in rounds; of one round the first. */
const rounds: readonly (readonly { readonly folder: string; readonly place: Place }[])[] = [
  [
    { folder: 'inbox', place: 'inbox' },
    { folder: RECOVERABLE, place: 'held' },
  ],
  [
    { folder: 'junkemail', place: 'junk' },
    { folder: 'deleteditems', place: 'deleted' },
  ],
  [{ folder: ANYWHERE, place: 'elsewhere' }],
];

/** Copies in one request. */
const TOGETHER = 100;
/** Equal requests are refused for so long. */
const ROLLED_UP = minutes(30);
const MOST_REMEMBERED = 50_000;
/** Pages that hold nothing and say there is more. */
const MOST_PAGES = 5;

interface Found {
  readonly id: string;
  readonly place: Place;
  readonly categories: readonly string[];
}

export function graphMail({ api, copiesOf, now, noticesFrom, memory = mailMemory() }: GraphMail): MailTenant {
  const { asked, sent } = memory;

  async function find(copies: readonly CopyRef[]): Promise<readonly (Found | undefined)[]> {
    const found: (Found | undefined)[] = copies.map(() => undefined);
    for (const places of rounds) {
      const open = [...copies.keys()].filter((at) => found[at] === undefined);
      const looks = open.flatMap((at) => places.map((one) => ({ at, ...one })));
      const messages = await pages(looks.map(({ at, folder }) => lookFor(copies[at] ?? NOTHING, folder)));
      for (const [n, { at, place }] of looks.entries()) found[at] ??= foundIn(messages[n], place);
    }
    return found;
  }

  /** The first message of each list, over empty pages. */
  async function pages(requests: readonly GraphRequest[]): Promise<readonly unknown[]> {
    const firsts: unknown[] = requests.map(() => undefined);
    let open = requests.map((request, at) => ({ request, at }));
    for (let page = 1; open.length > 0 && page <= MOST_PAGES; page += 1) {
      const answers = await api.sendAll(
        open.map(({ request }) => request),
        [404],
      );
      open = open.flatMap(({ request, at }, n) => {
        const body = answers[n]?.body;
        firsts[at] = listIn(body)[0];
        const next = nextIn(body);
        return firsts[at] === undefined && next !== undefined ? [{ request: { ...request, path: next }, at }] : [];
      });
    }
    return firsts;
  }

  const nextIn = (body: unknown): string | undefined => {
    const link = field(body, '@odata.nextLink');
    return typeof link === 'string' ? api.pathOf(link) : undefined;
  };

  async function move(copies: readonly CopyRef[], action: Remediation): Promise<void> {
    const fresh = copies.filter((copy) => !wasAsked(copy, action));
    const named = await withNetwork(fresh);
    for (let from = 0; from < named.length; from += TOGETHER) await remediate(named.slice(from, from + TOGETHER), action);
  }

  function wasAsked(copy: CopyRef, action: Remediation): boolean {
    const last = asked.get(keyOf(copy));
    return last?.action === action && now() - last.at < ROLLED_UP;
  }

  async function remediate(copies: readonly CopyRef[], action: Remediation): Promise<void> {
    const { status } = await api.send(remediation(copies, action), [400, 404, 409]);
    const isLeft = status === 400 || status === 404;
    if (isLeft && copies.length > 1) {
      const middle = Math.ceil(copies.length / 2);
      await remediate(copies.slice(0, middle), action);
      await remediate(copies.slice(middle), action);
    } else if (!isLeft) for (const copy of copies) remember(asked, keyOf(copy), { action, at: now() });
  }

  /** Exchange's own id of each message, from its headers where no record told it; those that have none are left out. */
  async function withNetwork(copies: readonly CopyRef[]): Promise<readonly CopyRef[]> {
    const networks = new Map<string, string>();
    const isNamed = (copy: CopyRef): boolean => (copy.network ?? networks.get(keyOf(copy))) !== undefined;
    for (const folder of [ANYWHERE, RECOVERABLE]) {
      const unnamed = copies.filter((copy) => !isNamed(copy));
      const messages = await pages(unnamed.map((copy) => lookFor(copy, folder, 'id,internetMessageHeaders')));
      for (const [at, copy] of unnamed.entries()) {
        const network = networkIn(messages[at]);
        if (network !== undefined) networks.set(keyOf(copy), network);
      }
    }
    return copies.flatMap((copy) => {
      const network = copy.network ?? networks.get(keyOf(copy));
      return network === undefined ? [] : [{ ...copy, network }];
    });
  }

  async function tag(copies: readonly CopyRef[], { tag: name, on }: Extract<CopyChange, { kind: 'tag' }>): Promise<void> {
    const found = await find(copies);
    const requests = copies.flatMap((copy, at): GraphRequest[] => {
      const there = found[at];
      if (there === undefined || there.place === 'held' || there.categories.includes(name) === on) return [];
      const others = there.categories.filter((one) => one !== name);
      const path = `/users/${encodeURIComponent(copy.recipient)}/messages/${encodeURIComponent(there.id)}`;
      return [{ method: 'PATCH', path, body: { categories: on ? [...others, name] : others } }];
    });
    await api.sendAll(requests, [404]);
  }

  async function notices(copies: readonly CopyRef[], from: string): Promise<readonly (CopyState | undefined)[]> {
    const answers = await pages(copies.map((copy) => lookForNotice(copy, from)));
    return copies.map((copy, at) => {
      const said = field(answers[at], 'sentDateTime');
      const notifiedAt = typeof said === 'string' ? Date.parse(said) : sent.get(keyOf(copy));
      return { ...untouched, ...(notifiedAt !== undefined && Number.isFinite(notifiedAt) && { notifiedAt }) };
    });
  }

  async function notify(copies: readonly CopyRef[], from: string): Promise<void> {
    const states = await notices(copies, from);
    for (const [at, copy] of copies.entries()) {
      if (states[at]?.notifiedAt !== undefined) continue;
      await api.send({ method: 'POST', path: `/users/${encodeURIComponent(from)}/sendMail`, body: noticeTo(copy) });
      remember(sent, keyOf(copy), now());
    }
  }

  return {
    copiesOf,

    async copyStates(copies, kind) {
      const from = able(kind, noticesFrom);
      if (kind === 'notice') return notices(copies, from);
      return (await find(copies)).map((it) =>
        it === undefined ? undefined : { ...untouched, place: it.place, tags: it.categories },
      );
    },

    async changeCopies(copies, change) {
      const from = able(change.kind, noticesFrom);
      if (change.kind === 'move') await move(copies, remediations[change.to]);
      if (change.kind === 'tag') await tag(copies, change);
      if (change.kind === 'notice') await notify(copies, from);
    },
  };
}

/** The mailbox warnings come from; throws what cannot be done here. */
function able(kind: CopyChange['kind'], noticesFrom: string | undefined): string {
  if (kind === 'links')
    throw new TenantError('refused', 'Microsoft Graph cannot change the text of mail that was received; hold the mail instead');
  if (kind === 'attachments')
    throw new TenantError('refused', 'Microsoft Graph cannot put files back into mail that was received; hold the mail instead');
  if (kind === 'notice' && noticesFrom === undefined)
    throw new TenantError('refused', 'no mailbox is set that warnings are sent from');
  return noticesFrom ?? '';
}

const untouched: CopyState = { place: 'inbox', tags: [], linksLocked: false, stripped: false };
const NOTHING: CopyRef = { message: '', recipient: '' };
const keyOf = ({ message, recipient }: CopyRef): string => `${message}\n${recipient}`;

function remember<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.size > MOST_REMEMBERED ? kept.keys() : [];
  if (oldest !== undefined) kept.delete(oldest);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function lookFor({ message, recipient }: CopyRef, folder: string, select = 'id,categories'): GraphRequest {
  const where = folder === ANYWHERE ? '' : `/mailFolders/${folder}`;
  const filter = encodeURIComponent(`internetMessageId eq ${quoted(`<${message}>`)}`);
  return {
    method: 'GET',
    path: `/users/${encodeURIComponent(recipient)}${where}/messages?$filter=${filter}&$select=${select}&$top=1`,
  };
}

const listIn = (body: unknown): readonly unknown[] => {
  const value = field(body, 'value');
  return Array.isArray(value) ? (value as unknown[]) : [];
};

function foundIn(message: unknown, place: Place): Found | undefined {
  const [id, categories] = [field(message, 'id'), field(message, 'categories')];
  if (typeof id !== 'string') return undefined;
  return { id, place, categories: Array.isArray(categories) ? categories.filter((one) => typeof one === 'string') : [] };
}

const NETWORK_ID = 'x-ms-exchange-organization-network-message-id';

function networkIn(message: unknown): string | undefined {
  const headers = field(message, 'internetMessageHeaders');
  const own: unknown = Array.isArray(headers)
    ? (headers as unknown[]).find((one) => String(field(one, 'name')).toLowerCase() === NETWORK_ID)
    : undefined;
  const value = field(own, 'value');
  return typeof value === 'string' && /^[\da-f-]{36}$/i.test(value) ? value : undefined;
}

const remediation = (copies: readonly CopyRef[], action: Remediation): GraphRequest => ({
  method: 'POST',
  path: '/security/collaboration/analyzedEmails/remediate',
  body: {
    displayName: `Skein: ${action}`,
    description: 'Done by Skein as its audit tells.',
    severity: 'medium',
    action,
    remediateSendersCopy: false,
    analyzedEmails: copies.map(({ network, recipient }) => ({ networkMessageId: network, recipientEmailAddress: recipient })),
  },
});

/** What a warning carries so that it is found again. */
const MARK = 'String {5b0f6c1e-3d52-4c8a-9a3e-d1c0f1b7a6e4} Name SkeinNotice';
const markOf = ({ message, recipient }: CopyRef): string => digestOf(JSON.stringify([message, recipient]), 32);

function lookForNotice(copy: CopyRef, from: string): GraphRequest {
  const filter = `singleValueExtendedProperties/Any(ep: ep/id eq ${quoted(MARK)} and ep/value eq ${quoted(markOf(copy))})`;
  const query = `$filter=${encodeURIComponent(filter)}&$select=id,sentDateTime&$top=1`;
  return { method: 'GET', path: `/users/${encodeURIComponent(from)}/mailFolders/sentitems/messages?${query}` };
}

const noticeTo = (copy: CopyRef) => ({
  message: {
    subject: 'A message in your mailbox is under suspicion',
    body: {
      contentType: 'Text',
      content:
        'Your security team looks into a message that you have received. It may already be gone from your mailbox.\n\n' +
        'Do not open its links or files, and do not answer it. If you already have, or if you gave away a password or made a ' +
        'payment because of it, tell your security team now. Nobody will ask you for a password because of this notice.',
    },
    toRecipients: [{ emailAddress: { address: copy.recipient } }],
    singleValueExtendedProperties: [{ id: MARK, value: markOf(copy) }],
  },
});
