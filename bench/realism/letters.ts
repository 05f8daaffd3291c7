// Whole messages, read as every `.eml` is; and what of them no event holds.

import { headersOf } from '../../src/ingest/email/headers.ts';
import { Field } from '../../src/ingest/field.ts';
import { known } from '../../src/ingest/known.ts';
import type { MessageRecord } from '../../src/ingest/message-record.ts';
import { messageRecord } from '../../src/tenant/message.ts';
import type { Letter } from './telemetry.ts';

/** Undefined for bytes that are no message. */
export async function messageIn(bytes: Uint8Array): Promise<MessageRecord | undefined> {
  const read = await messageRecord(bytes);
  return 'record' in read ? read.record : undefined;
}

/** Minutes ahead of UTC on the writer's clock; 0 where the date says none. */
export function zoneIn({ rfc822 }: MessageRecord): number {
  const [, sign, hour, minute] = /([+-])(\d\d)(\d\d)/.exec(headersOf(new Field(rfc822.headers)).first('date') ?? '') ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hour) * 60 + Number(minute));
}

export function letterOf({ rfc822 }: MessageRecord): Letter {
  const answers = /<([^<>\s]{1,998})>/.exec(headersOf(new Field(rfc822.headers)).first('in-reply-to') ?? '')?.[1];
  return known({ answers, writtenAt: rfc822.date === undefined ? undefined : Date.parse(rfc822.date) });
}
