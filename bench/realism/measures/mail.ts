// Mail, and what people let their mailboxes do by themselves.

import { days } from '../../../src/model/time.ts';
import { listOf, perDay } from '../measure.ts';
import type { Collector, Measure } from '../measure.ts';
import type { Sample } from '../sample.ts';
import { isAct } from '../telemetry.ts';
import type { Seen } from '../telemetry.ts';

/** Each message once, whatever number of rows a trace has of it. */
function mailsSent(): Collector<Sample> {
  const counted = new Set<string>();
  return perDay(({ event }) => {
    if (event.kind !== 'mail' || (event.direction !== 'internal' && event.direction !== 'outbound')) return undefined;
    if (event.operation !== 'Message trace' || counted.has(event.message)) return undefined;
    counted.add(event.message);
    return event.sender;
  });
}

/** A group a sender: rows of one message are put together, and the message itself adds to them. */
function recipients(): Collector<Sample> {
  const messages = new Map<string, { sender: string; to: Set<string> }>();
  return {
    take({ event }) {
      if (event.kind !== 'mail' || event.recipients.length === 0) return;
      const message = messages.get(event.message) ?? { sender: event.author ?? event.sender, to: new Set<string>() };
      messages.set(event.message, message);
      for (const recipient of event.recipients) message.to.add(recipient);
    },
    finish() {
      const bySender = new Map<string, number[]>();
      for (const { sender, to } of messages.values()) listOf(bySender, sender).push(to.size);
      return [...bySender.values()];
    },
  };
}

/** Minutes from a message to the one that names it as what it answers; a group a person who answers. */
function replyDelays(): Collector<Sample> {
  const sentAt = new Map<string, number>();
  const replies = new Map<string, { by: string; at: number; answers: string }>();
  return {
    take({ event, letter = {} }) {
      if (event.kind !== 'mail') return;
      const { answers, writtenAt: at = event.at } = letter;
      sentAt.set(event.message, Math.min(at, sentAt.get(event.message) ?? Infinity));
      if (answers !== undefined) replies.set(event.message, { by: event.author ?? event.sender, at, answers });
    },
    finish() {
      const delays = new Map<string, number[]>();
      for (const { by, at, answers } of replies.values()) {
        const minutes = (at - (sentAt.get(answers) ?? NaN)) / 60_000;
        // An answer before its question: somebody's clock was wrong.
        if (minutes > 0) listOf(delays, by).push(minutes);
      }
      return [...delays.values()];
    },
  };
}

/** Inbox rules made, a value a person; most make none. */
function rules(): Collector<Sample> {
  const made = new Map<string, number>();
  const span = { first: Infinity, last: -Infinity };
  const take = (seen: Seen): void => {
    const { event, who } = seen;
    if (who === undefined || !isAct(seen)) return;
    span.first = Math.min(span.first, event.at);
    span.last = Math.max(span.last, event.at);
    const isNew = event.kind === 'mailboxRule' && event.scope === 'inbox' && event.change === 'created';
    made.set(who, (made.get(who) ?? 0) + (isNew ? 1 : 0));
  };
  return {
    take,
    finish() {
      const months = Math.max(days(1), span.last - span.first) / days(30);
      return [...made.values()].map((count) => [count / months]);
    },
  };
}

const numbers = { form: 'numbers', by: 'median', unit: 'count', scale: 'log' } as const;

export const mail: readonly Measure[] = [
  {
    ...{ id: 'mails-per-day', title: 'Mails sent per sender and day', axis: 'mails on a day with any', ...numbers },
    collect: mailsSent,
  },
  {
    ...{ id: 'recipients', title: 'Recipients per mail', axis: 'recipients', ...numbers },
    collect: recipients,
  },
  {
    ...{ id: 'reply-delay', title: 'Reply delay', axis: 'time', ...numbers, unit: 'minutes' },
    collect: replyDelays,
  },
  {
    ...{ id: 'rules', title: 'Inbox rules made per mailbox in 30 days', axis: 'rules', ...numbers, by: 'mean', scale: 'linear' },
    collect: rules,
  },
];
