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
  /** When the service that holds it says it came, where a record tells that apart from its headers: RFC 3339, UTC. */
  readonly receivedAt?: string;
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
  /** What checking its signatures and its sender's address anew gave. Absent when nobody did. */
  readonly checked?: CheckedAuthentication;
}

/** In the words of RFC 8601: `pass`, `fail`, `softfail`, `neutral`, `none`, `temperror`, `permerror`, `policy`. */
export interface CheckedAuthentication {
  readonly spf?: { readonly result: string; readonly domain?: string };
  readonly dkim: readonly { readonly result: string; readonly domain?: string; readonly selector?: string }[];
  readonly dmarc?: { readonly result: string; readonly domain?: string; readonly policy?: string };
  readonly arc?: { readonly result: string; readonly sets: number };
}

/** What stands in the place of a message that cannot be read at all. */
export const unreadMessage = (why: string): RawMessage => ({
  ...{ headers: [], to: [], cc: [], bcc: [], replyTo: [], attachments: [], size: 0, received: 0 },
  defects: [why],
});

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
  /** In small letters, as declared. */
  readonly mimeType: string;
  /** Decoded bytes. */
  readonly size: number;
  /** Of the decoded bytes, hexadecimal, in small letters. */
  readonly sha256: string;
  /** Belongs into the text where it stands: a picture of a signature. */
  readonly isInline?: boolean;
  /** What its bytes are. Absent where a record tells of an attachment without having its bytes. */
  readonly found?: AttachmentFound;
}

/** What was seen in the bytes of an attachment, looked at to a bound and never run. */
export interface AttachmentFound {
  /** By its first bytes, whatever it calls itself. */
  readonly type: FileType;
  /** Of an archive, or of an archive in it: names as written, the first 200. */
  readonly entries: readonly ArchiveEntry[];
  /** Somebody needs a password to read it, or a part of it. */
  readonly isEncrypted: boolean;
  /** A program in a document: VBA, an Excel 4 sheet, an embedded object that runs. */
  readonly hasMacros: boolean;
  /** A script in a page, a picture (SVG) or a PDF. */
  readonly hasScript: boolean;
  /** A page that puts a file together by itself and hands it over. */
  readonly smuggles: boolean;
  /** A document that fetches something from elsewhere when it is opened: its template, an object, a DDE field. */
  readonly fetches: boolean;
  /** Fields to fill in, and whether one asks for a password. */
  readonly forms: number;
  readonly asksPassword: boolean;
  /** Where it leads, as written, the first 100. */
  readonly urls: readonly string[];
  /** What QR codes in it say, the first 10. */
  readonly codes: readonly string[];
  /** The words in it, as far as they are easily had, the first 64 KiB. */
  readonly text?: string;
  /** What could not be read or was left out, in words that hold nothing of it. */
  readonly unread: readonly string[];
}

export type FileType =
  // `packed`: by one of the packers nobody here can open.
  | ('zip' | 'gzip' | 'tar' | 'rar' | '7z' | 'cab' | 'iso' | 'vhd' | 'packed')
  | ('pdf' | 'rtf' | 'ole' | 'ooxml' | 'odf' | 'onenote' | 'html' | 'svg' | 'xml' | 'text' | 'calendar' | 'contact')
  | ('png' | 'jpeg' | 'gif' | 'webp' | 'bmp' | 'tiff' | 'audio' | 'video')
  | ('exe' | 'elf' | 'mach' | 'java' | 'script' | 'shortcut' | 'message' | 'empty' | 'unknown');

export interface ArchiveEntry {
  readonly name: string;
  /** Of the archive it is in: 0 for the attachment itself. */
  readonly depth: number;
  /** Bytes when unpacked, as the archive says. */
  readonly size?: number;
  readonly type?: FileType;
  readonly isEncrypted: boolean;
}
