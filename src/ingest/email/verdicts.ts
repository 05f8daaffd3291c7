// What the receiving service found of SPF, DKIM and DMARC: its own words, in small letters. Features, never a verdict:
// half of all phishing passes them.

export interface Verdicts {
  readonly spf?: string;
  readonly dkim?: string;
  readonly dmarc?: string;
}

const LONGEST = 4_000;

/** Of the topmost Authentication-Results; those below it may be the sender's own. */
export function verdictsIn(results: string | undefined): Verdicts {
  const text = (results ?? '').slice(0, LONGEST);
  return { ...verdict('spf', text), ...verdict('dkim', text), ...verdict('dmarc', text) };
}

function verdict(method: 'spf' | 'dkim' | 'dmarc', text: string): Verdicts {
  const word = new RegExp(`(?:^|[\\s;])${method}\\s*=\\s*([a-z]+)`, 'i').exec(text)?.[1];
  return word === undefined ? {} : { [method]: word.toLowerCase() };
}
