// Numbers and times as the console says them: one form for each kind, and never a number that claims more than it knows.

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** U+202F, so that a number and its unit stay together. */
const narrow = '\u202f';
const minus = '\u2212';
const dash = '\u2013';

/** From 0 to 1 as whole percent; never 0 nor 100, because nobody knows that. */
export function chance(probability: number): string {
  if (probability < 0.01) return `<${narrow}1${narrow}%`;
  if (probability > 0.99) return `>${narrow}99${narrow}%`;
  return `${Math.round(probability * 100)}${narrow}%`;
}

/** From 0 to 1 as whole percent, of what is counted or measured: that may be all or nothing. */
export const share = (value: number): string => `${Math.round(value * 100)}${narrow}%`;

export type Likelihood = 'very likely' | 'likely' | 'possible' | 'unlikely';

export function likelihood(probability: number): Likelihood {
  const percent = Math.round(probability * 100);
  return percent >= 75 ? 'very likely' : percent >= 45 ? 'likely' : percent >= 15 ? 'possible' : 'unlikely';
}

export type Mark = 'critical' | 'high' | 'medium' | 'low';

export function markOf(score: number): Mark {
  const shown = Math.round(score);
  return shown >= 80 ? 'critical' : shown >= 60 ? 'high' : shown >= 30 ? 'medium' : 'low';
}

/** A difference of probabilities in whole points, always with its sign. */
export const points = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `${minus}${-value}` : '0');

export const count = (value: number): string => value.toLocaleString('en-US');

/** `1 mail`, `2 mails`; the plural by itself where an s does not make it. */
export const plural = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`;

/** Above 1 bit with one decimal; rarity that was not weighed is no number. */
export const bits = (value: number): string => (value === 0 ? dash : `${value.toFixed(1)} bits`);

/** The most telling unit, and the next while the first is small. */
export function duration(ms: number): string {
  if (ms < 1_000) return `<${narrow}1 s`;
  if (ms < minute) return `${Math.floor(ms / 1_000)} s`;
  if (ms < hour) return `${Math.floor(ms / minute)} min`;
  if (ms < day) {
    const minutes = Math.floor((ms % hour) / minute);
    return minutes === 0 ? `${Math.floor(ms / hour)} h` : `${Math.floor(ms / hour)} h ${minutes} min`;
  }
  const hours = Math.floor((ms % day) / hour);
  return ms < 2 * day && hours > 0 ? `1 d ${hours} h` : `${Math.floor(ms / day)} d`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const two = (value: number): string => String(value).padStart(2, '0');

export const clock = (at: number): string => {
  const date = new Date(at);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
};

/** `13 Jan`; with the year where it is not this one. */
export function date(at: number, now: number): string {
  const then = new Date(at);
  const short = `${then.getUTCDate()} ${months[then.getUTCMonth()] ?? ''}`;
  return then.getUTCFullYear() === new Date(now).getUTCFullYear() ? short : `${short} ${then.getUTCFullYear()}`;
}

export const weekday = (at: number): string => weekdays[new Date(at).getUTCDay()] ?? '';
export const isWeekend = (at: number): boolean => [0, 6].includes(new Date(at).getUTCDay());
export const startOfDay = (at: number): number => Math.floor(at / day) * day;

export const moment = (at: number, now: number): string => `${date(at, now)} ${clock(at)}`;

/** All that is known of a time, for whoever asks twice. */
export const exact = (at: number): string =>
  `${new Date(at)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.000Z$/, 'Z')} (UTC)`;

/** How long ago, up to two days; then the date. A time to come is a clock that is wrong somewhere. */
export function ago(at: number, now: number): string {
  const past = now - at;
  if (past < -minute) return `in ${duration(-past)} (source clock ahead?)`;
  if (past < minute) return 'just now';
  if (past < day) return past < hour ? `${duration(past)} ago` : `${Math.floor(past / hour)} h ago`;
  return past < 2 * day ? 'yesterday' : date(at, now);
}
