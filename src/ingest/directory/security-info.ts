// "User registered security info" and its relatives: that a second factor changed is told in the activity's name, which
// one in a sentence beside it, and the value not at all.

import { WAIVED } from '../methods.ts';
import type { MethodDifference } from '../methods.ts';

/** The texts are whatever the record says beside the activity. */
export function securityInfoChange(activity: string, texts: readonly string[]): MethodDifference | undefined {
  if (/^disable strong authentication$/i.test(activity)) return WAIVED;
  const verb = ACTIVITY.exec(activity)?.[1]?.toLowerCase();
  const change = CHANGES[verb ?? ''];
  if (change === undefined) return undefined;

  const words = texts.filter((text) => !AGENT.test(text)).join(' ');
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
