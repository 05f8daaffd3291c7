// One name a kind of alert: what differs from case to case is taken out of the name a product gave.

const LONGEST = 200;
/** Of a longer name no more is looked at. */
const MOST_READ = 1_000;

// In this order: what holds another comes before it.
const PARTICULAR: readonly RegExp[] = [
  /https?:\/\/\S+/giu,
  /\burn:\S+/giu,
  /[^\s@'"“”()<>,;:]+@[^\s@'"“”()<>,;:]+\.[a-z]{2,}/giu,
  /\bs-1-\d+(-\d+)+\b/giu,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/giu,
  /\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b/gu,
  /\b(?=[0-9a-f:]*:[0-9a-f:]*:)[0-9a-f:]{6,}\b/giu,
  /\b[0-9a-f]{16,}\b/giu,
  /\b[a-z][\w.-]*\\[\w.$-]+/giu,
];
const COUNTED =
  '(?:endpoints?|devices?|hosts?|machines?|users?|accounts?|mailbox(?:es)?|sources?|servers?|computers?|recipients?|apps?)';
const HOW_MANY = '(?:(?:a|an|one|two|three|several|multiple|many|single|…)\\s+)+';
// "on one endpoint", "involving multiple users", "reported by multiple sources", "and one user" at the end.
const WHERE = new RegExp(
  `[\\s,-]*\\b(?:reported by|involving|impacting|affecting|on|by|from|for|in|against|across|and)\\s+${HOW_MANY}${COUNTED}$`,
  'iu',
);
const DANGLING = /[\s,:;–—-]*\b(?:on|by|from|for|in|to|of|at|with|via|and|user|account|device|host|involving|…)?[\s,:;–—-]*$/iu;

/** `particulars` are the names of people and things in this alert. What would leave nothing stays as it was. */
export function headlineOf(name: string, particulars: readonly string[] = []): string {
  const clean = plain(name);
  let text = clean;
  for (const one of [...particulars].sort((a, b) => b.length - a.length)) text = replaced(text, one);
  for (const pattern of PARTICULAR) text = text.replace(pattern, '…');
  text = text.replace(/(?<![\p{L}\d.])\d[\d.,]*(?![\p{L}\d])/gu, '…').replace(/['"“”‘’(]\s*…\s*['"“”‘’)]/gu, '…');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(WHERE, '').replace(/…[\s…]*…/gu, '…');
    if (text.endsWith('…')) text = text.replace(/\s*…$/u, '').replace(DANGLING, '');
  }
  text = text.replace(/\s+/g, ' ').trim();
  return (/\p{L}{3}/u.test(text) ? text : clean).slice(0, LONGEST);
}

/** Without what cannot be seen: zero-width and control characters stand in some products' own names. */
const plain = (name: string): string =>
  name
    .slice(0, MOST_READ)
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}+/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.]+$/, '');

/** Whole words only: a user called "Mal" takes nothing from "Malware". */
function replaced(text: string, one: string): string {
  const wanted = plain(one).toLowerCase();
  if (wanted.length < 3) return text;
  const lower = text.toLowerCase();
  if (lower.length !== text.length || lower === wanted) return text;
  let result = '';
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
    if (at < from || isLetter(lower[at - 1]) || isLetter(lower[at + wanted.length])) continue;
    result += `${text.slice(from, at)}…`;
    from = at + wanted.length;
  }
  return result + text.slice(from);
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
