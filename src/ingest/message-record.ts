// A raw mail as a record: what reading it as MIME made of its bytes, as plain JSON like every other record.
//
// It says what stands in the message and judges nothing. All of it was written by whoever sent it, so every list and
// every text has an end; what was left out because of that, or could not be read, is named in `defects`.

/** The one key is the mark by which such a record is told from all others. */
export interface MessageRecord {
  readonly rfc822: RawMessage;
}

export interface RawMessage {
  /** In the order of the message, unfolded, not decoded otherwise; names as they were written. */
  readonly headers: readonly MessageHeader[];
  readonly from?: MessageAddress;
  readonly sender?: MessageAddress;
  /** The address alone; `<>`, as bounces have it, is left out. */
  readonly returnPath?: string;
  /** Members of address groups stand among the others. */
  readonly to: readonly MessageAddress[];
  readonly cc: readonly MessageAddress[];
  readonly bcc: readonly MessageAddress[];
  readonly replyTo: readonly MessageAddress[];
  /** Decoded. */
  readonly subject?: string;
  /** As written, angle brackets and all. */
  readonly messageId?: string;
  /** When its `Date` header says it was written: RFC 3339, UTC. Left out when that is no date; the header is among the others. */
  readonly date?: string;
  /** Decoded; of a nested message too, after the text of the outer one. */
  readonly text?: string;
  readonly html?: string;
  /** Parts that are neither text nor HTML, or that call themselves attachments; nested messages are among them. */
  readonly attachments: readonly MessageAttachment[];
  /** Bytes of the whole message. */
  readonly size: number;
  /** How many `Received` headers it has, also when there are too many to list. */
  readonly received: number;
  /** What was left out or could not be read, in words that hold nothing of the message. Empty for ordinary mail. */
  readonly defects: readonly string[];
}

/** A header's name and its value. */
export interface MessageHeader {
  readonly name: string;
  readonly value: string;
}

/** Both as written, decoded; either may be empty. */
export interface MessageAddress {
  readonly address: string;
  readonly name: string;
}

export interface MessageAttachment {
  readonly filename?: string;
  /** In small letters. */
  readonly mimeType: string;
  /** Decoded bytes. */
  readonly size: number;
  /** Of the decoded bytes, hexadecimal, in small letters. */
  readonly sha256: string;
}
