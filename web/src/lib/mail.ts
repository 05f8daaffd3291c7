// What is said of mail: a score in whole points that add up, where copies are, and the frame a page out of a mail is shown in.

import type { CampaignGlance, CopyState, MailAction } from '../api/types.ts';
import { count } from './format.ts';
import type { Step } from './reasons.ts';

export interface ScoreFall {
  /** Points of a message of which nothing is known. */
  readonly start: number;
  readonly steps: readonly Step[];
  readonly total: number;
}

interface Reason {
  readonly says: string;
  readonly weight: number;
}

const bySize = (a: Reason, b: Reason): number => Math.abs(b.weight) - Math.abs(a.weight) || (a.says < b.says ? -1 : 1);

/** What raises by size, then what lowers by size; the smallest share one row on their side. Each step is a difference of whole sums. */
export function scoreFall(start: number, reasons: readonly Reason[], most = 9): ScoreFall {
  const kept = new Set([...reasons].sort(bySize).slice(0, reasons.length > most ? most - 1 : most));
  const side = (isHere: (one: Reason) => boolean) => {
    const all = reasons.filter(isHere).sort(bySize);
    const small = all.filter((one) => !kept.has(one));
    const rows = all.filter((one) => kept.has(one)).map((one) => ({ ...one, stands: 1 }));
    return small.length === 0 ? rows : [...rows, together(small)];
  };
  let at = start;
  const steps = [...side(({ weight }) => weight > 0), ...side(({ weight }) => weight < 0)].map(({ says, weight, stands }) => {
    const from = whole(at);
    at += weight;
    const to = whole(at);
    return { says, findings: [], from, to, points: to - from, lowers: weight < 0, stands };
  });
  return { start: whole(start), steps, total: whole(at) };
}

/** Without a zero that is less than zero. */
const whole = (points: number): number => Math.round(points) + 0;

function together(small: readonly Reason[]): Reason & { readonly stands: number } {
  const [first] = small;
  if (small.length === 1 && first !== undefined) return { ...first, stands: 1 };
  const weight = small.reduce((sum, one) => sum + one.weight, 0);
  return { says: `${small.length} smaller reasons`, weight, stands: small.length };
}

const actions: Readonly<Record<MailAction, string>> = { none: 'nothing', tag: 'tag', junk: 'to junk', hold: 'hold' };

/** What the mail room would do with it. */
export const actionName = (action: MailAction): string => actions[action];

const states: Readonly<Record<CopyState, string>> = {
  delivered: 'let in',
  junked: 'in junk',
  held: 'held',
  released: 'given back',
  quarantined: 'in quarantine',
  rejected: 'refused',
  pending: 'on its way',
  unknown: 'not known',
};

export const stateName = (state: CopyState): string => states[state];

/** The colours of the mark; the word is always beside it. */
export const stateKind = (state: CopyState): 'good' | 'open' | 'calm' =>
  state === 'held' || state === 'quarantined' || state === 'rejected' ? 'good' : state === 'delivered' ? 'open' : 'calm';

/** The same of several: that any was let in shows first. */
export const placesKind = (counts: readonly { readonly state: CopyState }[]): 'good' | 'open' | 'calm' => {
  const kinds = new Set(counts.map(({ state }) => stateKind(state)));
  return kinds.has('open') ? 'open' : kinds.size === 1 && kinds.has('good') ? 'good' : 'calm';
};

/** `held`, or `2 held, 1 let in`, the most first. */
export function placesSaid(counts: readonly { readonly state: CopyState; readonly count: number }[]): string {
  const [only] = counts;
  if (only === undefined) return 'no copies known';
  if (counts.length === 1) return only.count === 1 ? stateName(only.state) : `all ${only.count} ${stateName(only.state)}`;
  return counts.map(({ state, count }) => `${count} ${stateName(state)}`).join(', ');
}

export function counted(
  copies: readonly { readonly state: CopyState }[],
): { readonly state: CopyState; readonly count: number }[] {
  const counts = new Map<CopyState, number>();
  for (const { state } of copies) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => ({ state, count })).sort((a, b) => b.count - a.count);
}

type Campaign = Pick<CampaignGlance, 'messages' | 'kind' | 'conviction'>;

/** A campaign is what was decided to be one; the rest is only alike, as replies and reminders of one office are. */
export const campaignTitle = ({ messages, kind, conviction }: Campaign): string => {
  if (conviction === null && kind === 'undecided') return `${count(messages)} mails alike`;
  return `${kind === 'bulk' && conviction === null ? 'Mass mail' : 'Campaign'} of ${count(messages)}`;
};

export const campaignSaid = ({ messages, kind, conviction }: Campaign): string => {
  if (conviction !== null) return `${count(messages)} mails, convicted`;
  return kind === 'undecided' ? `${count(messages)} alike` : `${count(messages)} mails${kind === 'bulk' ? ', mass mail' : ''}`;
};

const hidings: Readonly<Record<string, string>> = {
  display: 'not shown at all',
  visibility: 'made invisible',
  size: 'too small to see',
  opacity: 'transparent',
  colour: 'in the colour of its ground',
  offScreen: 'off the page',
  attribute: 'marked as hidden',
  clipped: 'cut away',
  zeroWidth: 'with characters nobody sees between the letters',
  outlook: 'left out by Outlook',
};

export const hidingName = (how: string): string => hidings[how] ?? how;

/**
 * The whole document of the frame in which a page out of a mail stands. The frame has a sandbox without any leave, so that
 * nothing in it runs or leads away; this policy lets nothing be fetched; and the policy of the console's own page holds in it
 * as well. Each of the three is enough by itself for what the server has written anew.
 */
export const framed = (html: string): string =>
  '<!doctype html><html><head><meta charset="utf-8">' +
  `<meta http-equiv="Content-Security-Policy" content="${framePolicy}">` +
  `<meta name="referrer" content="no-referrer"></head><body bgcolor="#ffffff" text="#000000">${html}</body></html>`;

/** No leave at all: no script, no form, no way out of the frame, an origin of its own. */
export const frameSandbox = '';

export const framePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-src 'none'";
