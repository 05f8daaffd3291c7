// What happened, in the product's own words: one event a record, whatever the source.
//
// Every field is flat (text, number, boolean or list of text), so that an event is stored as the
// properties of one node and read back as it was. What no field here holds stays in `raw`.

import type { Instant } from './time.ts';

/** Where an act came from, as far as its record or the address tells. */
export interface Place {
  /** Canonical textual form of the address, without port, brackets or zone. */
  readonly address?: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country?: string;
  /** Whether the record said the country or a database guessed it from the address. */
  readonly countryFrom?: 'record' | 'database';
  readonly region?: string;
  readonly city?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly asn?: number;
  /** The address belongs to the service (Exchange calling itself), not to where a person sat. */
  readonly serviceAddress?: boolean;
}

export interface Base extends Place {
  /** `source:record`, or `source:#hash` where the record has no id of its own. Unique. */
  readonly id: string;
  readonly source: string;
  /** The id the source gave, else FILE:LINE. */
  readonly record: string;
  readonly at: Instant;
  /** Records of one act (a sign-in and its audit twin) share this; alone, it is the event's own id. */
  readonly act: string;
  /** The source's name for what was done: trimmed, dashes folded, no final full stop. */
  readonly operation: string;
  /** Who did it: one of their names as ingested, the identity's id once resolved. Absent when nobody is named. */
  readonly actor?: string;
  readonly actorKind?: PrincipalKind;
  readonly outcome: Outcome;
  readonly userAgent?: string;
  /** Client program family: `browser`, `outlook`, `rest` … as far as the record tells. */
  readonly client?: string;
  readonly app?: string;
  readonly appName?: string;
  readonly device?: string;
  readonly deviceName?: string;
  /** The device is managed or compliant in the directory's eyes. */
  readonly managed?: boolean;
  readonly session?: string;
}

export type PrincipalKind = 'person' | 'service' | 'agent' | 'external';
export type Outcome = 'success' | 'failure' | 'interrupt';

/** An interactive or silent sign-in; `interrupt` is ordinary flow (keep me signed in, MFA asked), not a failure. */
export interface SignIn extends Base {
  readonly kind: 'signIn';
  /** AADSTS code; 0 is success. */
  readonly code: number;
  readonly interactive: boolean;
  readonly resource?: string;
  readonly protocol?: string;
  readonly mfa?: 'passed' | 'refused' | 'unanswered' | 'asked' | 'byClaim';
  /** `text`, `call`, `app`, `code` or the source's word. */
  readonly mfaMethod?: string;
  readonly riskLevel?: string;
  readonly riskState?: string;
}

/** A registered second factor or other security information of a person was added, changed or removed. */
export interface MethodChange extends Base {
  readonly kind: 'methodChange';
  /** Whose method it is. */
  readonly target: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** `phone`, `alternativePhone`, `email`, `authenticator`, `method`: what changed, sorted. `requirement`: one was demanded, and no longer is; `all`: none is left. */
  readonly methods: readonly string[];
  /** `kind=value` before and after, sorted; a method without a readable value has none. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** An inbox or transport rule, or a forwarding setting of a mailbox. */
export interface MailboxRule extends Base {
  readonly kind: 'mailboxRule';
  readonly scope: 'inbox' | 'transport' | 'forwarding';
  readonly change: 'created' | 'changed' | 'enabled' | 'disabled' | 'removed';
  /** Address of the mailbox it works in; absent for a transport rule. */
  readonly mailbox?: string;
  readonly rule: string;
  readonly name: string;
  readonly forwardsTo: readonly string[];
  readonly movesTo?: string;
  readonly deletes: boolean;
  readonly marksRead: boolean;
  readonly stops: boolean;
  /** Conditions: senders and words. */
  readonly from: readonly string[];
  readonly words: readonly string[];
}

/** Mail was opened or synchronised. */
export interface MailAccess extends Base {
  readonly kind: 'mailAccess';
  readonly mailbox: string;
  readonly access: 'bind' | 'sync';
  /** The service stopped logging after 1,000 records in 24 hours: assume all was read. */
  readonly throttled: boolean;
  readonly items: number;
  readonly folders: readonly string[];
  /** Internet message ids, the first hundred. */
  readonly messages: readonly string[];
}

/** Something was done to items of a mailbox. */
export interface MailItem extends Base {
  readonly kind: 'mailItem';
  readonly mailbox: string;
  readonly deed: 'sent' | 'created' | 'updated' | 'moved' | 'trashed' | 'softDeleted' | 'hardDeleted';
  readonly items: number;
  readonly folders: readonly string[];
  readonly movesTo?: string;
  readonly messages: readonly string[];
  /** Subjects of the items, the first twenty, each at most 300 characters. */
  readonly subjects: readonly string[];
  readonly attachments: readonly string[];
}

/** A file or page of SharePoint or OneDrive was touched. */
export interface FileAccess extends Base {
  readonly kind: 'fileAccess';
  readonly deed: 'accessed' | 'previewed' | 'downloaded' | 'modified' | 'uploaded' | 'deleted' | 'shared' | 'listed';
  readonly file: string;
  readonly name: string;
  readonly site?: string;
  /** Thumbnails, prefetch, indexing: nobody read it. */
  readonly automatic: boolean;
}

/** Directory, Exchange or service administration that no other kind tells better. */
export interface AdminChange extends Base {
  readonly kind: 'adminChange';
  readonly workload: string;
  readonly target?: string;
  /** `name=value` of the call, or `name: old → new` of the change; at most 50, each at most 300 characters. */
  readonly parameters: readonly string[];
}

/** An application was given rights over somebody's data, or everybody's. */
export interface Consent extends Base {
  readonly kind: 'consent';
  /** `everyone` when an administrator consented for the whole organisation. */
  readonly breadth: 'person' | 'everyone';
  /** Single permissions, sorted, as the source spells them: `Mail.Read`, `offline_access`. */
  readonly scopes: readonly string[];
  /** Whose data, when it is one person's and not the actor's. */
  readonly target?: string;
}

/** A directory role was given to somebody or taken away. */
export interface RoleChange extends Base {
  readonly kind: 'roleChange';
  /** `eligible`: may be activated later; `activated`: an eligible role was taken up for a while. */
  readonly change: 'granted' | 'eligible' | 'activated' | 'removed';
  readonly role: string;
  /** Who has it now; a group's or an application's name where it is not a person. */
  readonly target: string;
}

/** Somebody was given rights over a mailbox, or over a folder of it, or lost them. */
export interface Delegation extends Base {
  readonly kind: 'delegation';
  readonly change: 'granted' | 'removed';
  readonly mailbox: string;
  readonly right: 'fullAccess' | 'sendAs' | 'sendOnBehalf' | 'folder';
  /** To whom: one of their names, the identity's id once resolved. */
  readonly grantee: string;
}

/** A message went from one to others: a raw message, or a row of a message trace. */
export interface Mail extends Base {
  readonly kind: 'mail';
  /** Internet message id without angle brackets. */
  readonly message: string;
  readonly direction: 'inbound' | 'outbound' | 'internal' | 'unknown';
  /** Address of the envelope's sender, or of the header's where there is no envelope. */
  readonly sender: string;
  /** Address of the From header, where it is another one. */
  readonly author?: string;
  /** Addresses, sorted, the first 500. */
  readonly recipients: readonly string[];
  readonly subject?: string;
  readonly delivery: 'delivered' | 'junked' | 'quarantined' | 'rejected' | 'pending' | 'expanded' | 'unknown';
  /** Bytes. */
  readonly size?: number;
  /** What the receiving service found: `pass`, `fail`, `softfail`, `none` …; features, never a verdict. */
  readonly spf?: string;
  readonly dkim?: string;
  readonly dmarc?: string;
  /** Links in the text, the first 100. */
  readonly urls: readonly string[];
  /** Names of attachments, and SHA-256 of their contents where there are contents. */
  readonly attachments: readonly string[];
  readonly hashes: readonly string[];
}

/** What passed between two hosts within an hour, folded: connections, or names asked for; or one request or handshake. */
export interface Connection extends Base {
  readonly kind: 'connection';
  readonly deed: 'connected' | 'resolved' | 'requested' | 'negotiated';
  /** The other side; `address` is the side that began. */
  readonly to?: string;
  readonly port?: number;
  /** `tcp`, `udp`, `icmp` and the service on it: `http`, `tls`, `dns`. */
  readonly transport?: string;
  readonly service?: string;
  /** The name asked for, requested or negotiated with. */
  readonly domain?: string;
  readonly url?: string;
  /** When the last of them was. */
  readonly lastAt: Instant;
  /** How many records this stands for, and how many of them came to nothing. */
  readonly count: number;
  readonly failures: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
  /** Ids of the records it stands for, the hundred smallest. */
  readonly records: readonly string[];
}

/** Another product's verdict on what it saw. Whom and what it is about are lists: an alert may name many. */
export interface Alert extends Base {
  readonly kind: 'alert';
  /** Who says so: `Microsoft Defender XDR`, `Suricata`, `Wazuh`; one spelling per product. */
  readonly product: string;
  /** The alert's name, one per kind of alert: what differs from case to case (addresses, names) is not in it. */
  readonly headline: string;
  readonly severity: 'informational' | 'low' | 'medium' | 'high';
  /** `dismissed`: somebody found it harmless; `resolved`: dealt with. */
  readonly status: 'open' | 'resolved' | 'dismissed';
  /** ATT&CK tactic names (`initial-access`) and technique ids, as far as the product says. */
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
  /** The id the product itself gave, shared by one alert that comes through two channels. */
  readonly original?: string;
  /** When the last of what it saw happened; `at` is the first. */
  readonly lastAt: Instant;
  /** How many things it saw stand behind it, where it says. */
  readonly count: number;
  /** Names of people as ingested, identities' ids once resolved. */
  readonly people: readonly string[];
  /** Keys of the entities; `called` holds `Label key=name` for those that people know by a name. */
  readonly devices: readonly string[];
  readonly addresses: readonly string[];
  readonly mailboxes: readonly string[];
  /** Internet message ids, else network message ids. */
  readonly messages: readonly string[];
  readonly files: readonly string[];
  readonly urls: readonly string[];
  readonly domains: readonly string[];
  readonly apps: readonly string[];
  readonly sessions: readonly string[];
  readonly called: readonly string[];
  /** `Label key` of those so common that sharing them means nothing: PowerShell, a domain controller, Exchange itself. */
  readonly commonplace?: readonly string[];
  /** Other products that saw the same; known once alerts are judged together. */
  readonly alsoSeenBy?: readonly string[];
}

/** A well-formed record no source reads further. */
export interface Other extends Base {
  readonly kind: 'other';
}

export type Event =
  | SignIn
  | MethodChange
  | MailboxRule
  | MailAccess
  | MailItem
  | FileAccess
  | AdminChange
  | Consent
  | RoleChange
  | Delegation
  | Mail
  | Connection
  | Alert
  | Other;
export type Kind = Event['kind'];
export type EventOf<K extends Kind> = Extract<Event, { kind: K }>;

/** The order in which everything is judged: event time, then id. */
export const inOrder = (a: { at: Instant; id: string }, b: { at: Instant; id: string }): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
