// Lines of plain text that a log writes: syslog with or without its priority, and the formats that travel in it.
//
// Such a line becomes a record of one field, its text; what the text means is for mappings to say.

/** A syslog message is a few hundred letters; what is longer was not written by a log. */
const LONGEST = 256 * 1024;

/** `<34>`, `Jan  5 03:12:09`, `Jan 05 2026 03:12:09.123` or `2026-01-05T03:12:09Z`, and something after it. */
const BEGINNING =
  /^(?:<\d{1,3}>\s*\S|[*.]?[A-Z][a-z]{2} [ \d]?\d (?:\d{4} )?\d\d:\d\d:\d\d\S* \S|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*\s+\S)/;

/** Named formats, wherever in the line a relay has put them. */
const FORMAT = /%(?:ASA|FTD|PIX|FWSM)-\d-\d{3,8}\b|\b(?:CEF:\d{1,2}|LEEF:\d(?:\.\d)?)\|/;

/** Whether a line of text looks like a log's. Binary data and broken records do not. */
export const isLogLine = (text: string): boolean =>
  text.length <= LONGEST && !text.includes('\0') && (BEGINNING.test(text) || FORMAT.test(text));
