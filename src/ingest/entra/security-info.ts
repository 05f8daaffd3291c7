// "User registered security info" and its relatives: that a second factor changed is told in the activity's name, which
// one in a sentence, and the value not at all.

import type { Field } from '../field.ts';
import type { MethodDifference } from '../methods.ts';

export function securityInfoChange(record: Field, activity: string): MethodDifference | undefined {
  const verb = ACTIVITY.exec(activity)?.[1]?.toLowerCase();
  const change = CHANGES[verb ?? ''];
  if (change === undefined) return undefined;

  const values = record
    .at('additionalDetails')
    .list()
    .flatMap((it) => it.at('value').maybeText() ?? []);
  const words = [record.at('resultReason').maybeText() ?? '', ...values.filter((value) => !AGENT.test(value))].join(' ');
  return { change, methods: [methodOf(words)], before: [], after: [] };
}

// Started, reviewed and cancelled are no changes.
const ACTIVITY = /^(?:user|admin) (registered|added|changed|updated|deleted|removed)\b.*(?:security info|authentication method)/i;

// The browser's name is full of words, "Mobile" among them.
const AGENT = /^mozilla\//i;

const CHANGES: Readonly<Record<string, MethodDifference['change']>> = {
  registered: 'added',
  added: 'added',
  changed: 'changed',
  updated: 'changed',
  deleted: 'removed',
  removed: 'removed',
};

function methodOf(words: string): string {
  if (/authenticator|phone app|mobile app|app notification|app code|software oath/i.test(words)) return 'authenticator';
  if (/alternat|office/i.test(words)) return 'alternativePhone';
  if (/phone|sms|text message|call/i.test(words)) return 'phone';
  return /e-?mail/i.test(words) ? 'email' : 'method';
}
