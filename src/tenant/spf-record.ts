// The syntax of SPF records (RFC 7208 §4.6, §7.1, §12). A record with a mistake anywhere is a mistake as a whole, also
// where an evaluation would have ended before it came there; which of its terms match is not asked here.

const MACRO = '%(?:\\{[slodiphvcrt]\\d{0,3}r?[-.+,/_=]{0,10}\\}|[%_-])';
const MACRO_STRING = new RegExp(`^(?:${MACRO}|[!-$&-~])*$`, 'i');
/** Letters that stand in explanations alone. */
const EXPLAINING = /%\{[crt]/i;
const ENDS_WELL = /(?:\.[a-z0-9]*[a-z][a-z0-9]*\.?|\.[a-z0-9]+-[a-z0-9-]*[a-z0-9]\.?|%\{[^}]*\}\.?)$/i;

const isDomain = (text: string): boolean => MACRO_STRING.test(text) && !EXPLAINING.test(text) && ENDS_WELL.test(text);

const CIDR = '(?:/\\d{1,3})?(?://\\d{1,3})?';
const ADDRESSES = new RegExp(`^(?:a|mx)(?::(.+?))?${CIDR}$`, 'i');

export const isSpfRecord = (text: string): boolean => /^v=spf1(?: |$)/i.test(text);

export function isWellFormed(record: string): boolean {
  const terms = record
    .split(' ')
    .slice(1)
    .filter((term) => term !== '');
  const modifiers = terms.flatMap((term) => /^(redirect|exp)=/i.exec(term)?.[1]?.toLowerCase() ?? []);
  return new Set(modifiers).size === modifiers.length && terms.every(isTerm);
}

function isTerm(term: string): boolean {
  const [, modifier, value = ''] = /^([a-z][\w.-]*)=(.*)$/i.exec(term) ?? [];
  if (modifier !== undefined) return /^(?:redirect|exp)$/i.test(modifier) ? isDomain(value) : MACRO_STRING.test(value);

  const mechanism = term.replace(/^[-+?~]/, '');
  const [, name = '', argument] = /^([^:/]*)(?::(.*))?/.exec(mechanism) ?? [];
  switch (name.toLowerCase()) {
    case 'all':
      return argument === undefined;
    case 'ip4':
    case 'ip6':
      return argument !== undefined && argument !== '';
    case 'include':
    case 'exists':
      return argument !== undefined && isDomain(argument);
    case 'ptr':
      return argument === undefined || isDomain(argument);
    default: {
      const target = ADDRESSES.exec(mechanism);
      return target !== null && (target[1] === undefined || isDomain(target[1]));
    }
  }
}
