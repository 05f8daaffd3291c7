// Which entities an event touches, and by which relationship.

import { getDomain } from 'tldts';
import type { Event, EventOf, Place } from '../model/event.ts';
import type { EntityLabel, RelationshipType } from '../model/graph.ts';
import { known } from './known.ts';
import { kindOfName } from './name.ts';

export interface Touch {
  readonly rel: Extract<RelationshipType, 'BY' | 'FROM' | 'ON' | 'TO'>;
  readonly label: EntityLabel;
  readonly key: string;
  /** What people call it, where the key is not that already. */
  readonly name?: string;
}

/** (:Event)-[:BY|FROM|ON|TO]->(entity), each entity once per relationship. */
export function touches(event: Event): readonly Touch[] {
  const found = [
    touch('BY', 'User', event.actor),
    // The service's own front ends would join everybody to everybody.
    touch('FROM', 'IP', event.serviceAddress === true ? undefined : event.address),
    touch('FROM', 'Device', event.device, event.deviceName),
    touch('FROM', 'Session', event.session),
    touch('TO', 'App', event.app, event.appName),
    ...particular(event),
  ].flat();
  return [...new Map(found.map((it) => [`${it.rel}\n${it.label}\n${it.key}`, it])).values()];
}

/** Country and network of the address, which hang on it and not on the event. */
export function placeOf(event: Event): (Pick<Place, 'country' | 'asn'> & { readonly address: string }) | undefined {
  if (event.address === undefined || event.serviceAddress === true) return undefined;
  return known({ address: event.address, country: event.country, asn: event.asn });
}

function particular(event: Event): readonly Touch[] {
  switch (event.kind) {
    case 'methodChange':
      return [touch('ON', 'User', event.target), ...[...event.before, ...event.after].map(methodTouch)].flat();
    case 'mailboxRule':
      return [
        touch('ON', 'Mailbox', event.mailbox),
        touch('ON', 'Rule', event.rule, event.name),
        ...event.forwardsTo.map((address) => touch('TO', 'Domain', domainOf(address))),
      ].flat();
    case 'mailAccess':
    case 'mailItem':
      return touch('ON', 'Mailbox', event.mailbox);
    case 'fileAccess':
      return [touch('ON', 'File', event.file, event.name), touch('TO', 'Url', event.site)].flat();
    case 'adminChange':
      return targetTouches(event.target, event.workload);
    case 'consent':
      return touch('ON', 'User', event.target);
    case 'roleChange':
      return targetTouches(event.target, event.operation);
    case 'delegation':
      return [touch('ON', 'Mailbox', event.mailbox), targetTouches(event.grantee, event.operation)].flat();
    case 'mail':
      return mailTouches(event);
    case 'connection':
      return [touch('TO', 'IP', event.to), touch('TO', 'Domain', event.domain), touch('TO', 'Url', event.url)].flat();
    case 'alert':
      return alertTouches(event);
    case 'signIn':
    case 'other':
      return [];
  }
}

const mailTouches = (event: EventOf<'mail'>): readonly Touch[] =>
  [
    touch('ON', 'Email', event.message, event.subject),
    touch('FROM', 'Domain', domainOf(event.author ?? event.sender)),
    ...event.recipients.map((address) => touch('TO', 'Mailbox', address)),
    ...event.urls.map((url) => touch('TO', 'Url', url)),
    ...event.hashes.map((hash, index) => touch('ON', 'File', `sha256:${hash}`, event.attachments[index])),
  ].flat();

/** An alert is nobody's deed: whom and what it names is what it is on. */
function alertTouches(event: EventOf<'alert'>): readonly Touch[] {
  const names = new Map(event.called.map((it) => [it.slice(0, it.indexOf('=')), it.slice(it.indexOf('=') + 1)]));
  const on = (label: EntityLabel, keys: readonly string[]): readonly Touch[] =>
    keys.flatMap((key) => touch('ON', label, key, names.get(`${label} ${key}`)));
  return [
    on('User', event.people),
    on('Device', event.devices),
    on('IP', event.addresses),
    on('Mailbox', event.mailboxes),
    on('Email', event.messages),
    on('File', event.files),
    on('Url', event.urls),
    on('Domain', event.domains),
    on('App', event.apps),
    on('Session', event.sessions),
  ].flat();
}

/** Only a name that is surely an account's; a directory object's id may be a group's or an application's. */
function targetTouches(target: string | undefined, workload: string): readonly Touch[] {
  if (target === undefined || kindOfName(target) !== 'upn') return [];
  return workload === 'Exchange' ? touch('ON', 'Mailbox', target) : touch('ON', 'User', target);
}

/** `phone=+61 400 000 111` → `phone:+61400000111`: the same number is the same telephone, however it is written or used. */
function methodTouch(method: string): readonly Touch[] {
  const cut = method.indexOf('=');
  const [kind, value] = [method.slice(0, cut), method.slice(cut + 1)];
  if (kind === 'phone' || kind === 'alternativePhone')
    return touch('ON', 'AuthMethod', `phone:${value.replace(/[^\d+]/g, '')}`, value);
  // "By text message" is a way many use, not a thing somebody holds.
  return kind === 'method' ? [] : touch('ON', 'AuthMethod', `${kind}:${value.toLowerCase()}`, value);
}

const domainOf = (address: string): string | undefined =>
  getDomain(address, { allowPrivateDomains: true }) ?? /@([^@]+)$/.exec(address)?.[1];

function touch(rel: Touch['rel'], label: EntityLabel, key: string | undefined, name?: string): readonly Touch[] {
  if (key === undefined || key === '') return [];
  return [name === undefined || name === '' ? { rel, label, key } : { rel, label, key, name }];
}
