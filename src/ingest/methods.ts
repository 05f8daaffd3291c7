// What changed among a person's second factors and recovery contacts, out of the directory's "modified properties".
//
// Every property is looked at, wherever it stands: their order is not promised. Values are JSON in text, before and after.
// That a factor is asked for at all is a property of the account, too: to drop it is a removal. To demand one adds none.

import type { Field } from './field.ts';
import type { MethodChange } from '../model/event.ts';

export interface Modified {
  readonly name: string;
  readonly before: Field;
  readonly after: Field;
}

export type MethodDifference = Pick<MethodChange, 'change' | 'methods' | 'before' | 'after'>;

/** Undefined when no method changed: an authenticator that merely was used is written down as an update, too. */
export function methodDifference(modified: readonly Modified[]): MethodDifference | undefined {
  const lost = modified.flatMap((property) => newIn(property.before, property.after, property.name));
  const before = [...lost, ...(modified.some(isWaived) ? [REQUIREMENT] : []), ...(modified.some(isEmptied) ? [ALL] : [])];
  const after = modified.flatMap((property) => newIn(property.after, property.before, property.name));
  if (before.length + after.length === 0) return undefined;

  return {
    change: before.length === 0 ? 'added' : after.length === 0 ? 'removed' : 'changed',
    methods: sorted([...before, ...after].map(({ kind }) => kind)),
    before: written(before),
    after: written(after),
  };
}

/** One registered thing; two of the same key are the same registration. */
interface Method {
  readonly kind: 'phone' | 'alternativePhone' | 'email' | 'authenticator' | 'method' | 'requirement' | 'all';
  readonly key: string;
  readonly value?: string;
}

const REQUIREMENT: Method = { kind: 'requirement', key: 'requirement' };
/** Beside what was taken away: none of them is left. */
const ALL: Method = { kind: 'all', key: 'all' };

const isEmptied = ({ name, before, after }: Modified): boolean =>
  name === 'StrongAuthenticationMethod' && methodsIn(before, ways).length > 0 && methodsIn(after, ways).length === 0;

/** A second factor was demanded of the account (enabled is 1, enforced 2), and no longer is. */
function isWaived({ name, before, after }: Modified): boolean {
  return name === 'StrongAuthenticationRequirement' && isDemanded(before) && !isDemanded(after);
}

function isDemanded(value: Field): boolean {
  const opened = value.maybeJson();
  const states = Array.isArray(opened.value) ? opened.list() : [opened];
  return states.some((it) => DEMANDED.has(it.at('State').maybeText()?.toLowerCase() ?? ''));
}

const DEMANDED: ReadonlySet<string> = new Set(['1', '2', 'enabled', 'enforced']);

/** What the operation that drops the demand says by its name alone. */
export const WAIVED: MethodDifference = { change: 'removed', methods: ['requirement'], before: [], after: [] };

function newIn(here: Field, there: Field, property: string): readonly Method[] {
  const read = READERS[property];
  if (read === undefined) return [];
  const known = new Set(methodsIn(there, read).map(({ key }) => key));
  const found = methodsIn(here, read).filter(({ key }) => !known.has(key));
  return property === 'StrongAuthenticationMethod' ? [...found, ...newDefault(here, there)] : found;
}

type Reader = (element: Field) => readonly Method[];

function methodsIn(value: Field, read: Reader): readonly Method[] {
  const opened = value.maybeJson();
  if (Array.isArray(opened.value)) return opened.list().flatMap(read);
  if (opened.value !== undefined && opened.value !== null) return read(opened);

  // Long values are cut off in some exports: that something stood there is still known.
  const text = value.maybeText();
  return text === undefined ? [] : [{ kind: 'method', key: text }];
}

const READERS: Readonly<Record<string, Reader>> = {
  StrongAuthenticationUserDetails: contacts,
  StrongAuthenticationMethod: ways,
  StrongAuthenticationPhoneAppDetail: authenticators,
};

function contacts(details: Field): readonly Method[] {
  return [
    contact('phone', details.at('PhoneNumber')),
    contact('alternativePhone', details.at('AlternativePhoneNumber')),
    contact('alternativePhone', details.at('VoiceOnlyPhoneNumber')),
    contact('email', details.at('Email')),
  ].flat();
}

function contact(kind: Method['kind'], field: Field): readonly Method[] {
  const value = field.maybeText();
  return value === undefined ? [] : [{ kind, key: `${kind}=${value}`, value }];
}

function ways(element: Field): readonly Method[] {
  const way = wayOf(element);
  return way === undefined ? [] : [{ kind: 'method', key: way, value: way }];
}

/** Which way is asked for first matters only when there was one before and it is another now. */
function newDefault(here: Field, there: Field): readonly Method[] {
  const way = defaultOf(here);
  const other = defaultOf(there);
  if (way === undefined || other === undefined || way === other) return [];
  return [{ kind: 'method', key: `default=${way}`, value: `${way} by default` }];
}

function defaultOf(value: Field): string | undefined {
  const opened = value.maybeJson();
  const found = Array.isArray(opened.value)
    ? opened.list().find((element) => element.at('Default').maybeBoolean() === true)
    : undefined;
  return found === undefined ? undefined : wayOf(found);
}

function wayOf(element: Field): string | undefined {
  const type = element.at('MethodType').maybeText();
  return type === undefined ? undefined : (WAYS[type] ?? `type ${type}`);
}

// TwoWayVoiceMobile, TwoWaySms, TwoWayVoiceOffice, TwoWayVoiceOtherMobile, TwoWaySmsOtherMobile, OneWaySms,
// PhoneAppNotification, PhoneAppOTP: the order Microsoft's own hunting queries give.
const WAYS: Readonly<Record<string, string>> = {
  0: 'call',
  1: 'text',
  2: 'office call',
  3: 'alternative call',
  4: 'alternative text',
  5: 'text',
  6: 'app',
  7: 'code',
};

/** Tokens, versions and times of last use change all the time; the registration's id does not. */
function authenticators(detail: Field): readonly Method[] {
  const id = detail.at('Id').maybeText() ?? detail.at('DeviceId').maybeText() ?? detail.at('DeviceToken').maybeText();
  const name = detail.at('DeviceName').maybeText();
  if (id === undefined && name === undefined) return [];
  return [
    {
      kind: 'authenticator',
      key: `authenticator=${id ?? name ?? ''}`,
      value: [name, id].filter((it) => it !== undefined).join(' '),
    },
  ];
}

const written = (methods: readonly Method[]): readonly string[] =>
  sorted(methods.flatMap(({ kind, value }) => (value === undefined ? [] : [`${kind}=${value}`])));

const sorted = <T extends string>(texts: readonly T[]): readonly T[] => [...new Set(texts)].sort();
