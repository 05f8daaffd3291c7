// How much of one message is kept, by whichever way it came, and how it is said that there was more.

export const MOST_HEADERS = 500;
export const LONGEST_VALUE = 16 * 1024;
export const MOST_ADDRESSES = 1_000;
export const LONGEST_TEXT = 256 * 1024;
export const MOST_ATTACHMENTS = 500;
/** Messages in messages; forwards and digests have few. */
export const DEEPEST_MESSAGE = 3;

export const LEFT_OUT = {
  headers: `more than ${MOST_HEADERS} headers: only the first ones are listed`,
  value: 'a header longer than 16 KiB: cut',
  addresses: `more than ${MOST_ADDRESSES} addresses in a header: only the first ones are listed`,
  text: 'text longer than 256 KiB: cut',
  attachments: `more than ${MOST_ATTACHMENTS} attachments: only the first ones are listed`,
  messages: 'messages nested too deeply, or too many: only the first ones were read',
} as const;
