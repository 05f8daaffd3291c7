// Why a message has the score it has, for a person to read: in the order in which one asks.
//
// What the message itself says stands only in quotes, cut short, and its links so that nothing follows them by itself.

import type { Reading } from './reading.ts';
import type { Hit } from './model.ts';
import type { Verdict } from './verdict.ts';

const MOST_REASONS = 12;
const MOST_LINKS = 5;
const LONGEST = 160;

export function explained({ message, links }: Reading, verdict: Verdict): readonly string[] {
  const { score, action, hits, tags, reasons } = verdict;
  return [
    `${score} of 100: ${action === 'none' ? 'nothing is to be done' : DEEDS[action]}${tags.length === 0 ? '' : `; tagged ${tags.join(', ')}`}`,
    '',
    `From     ${quoted(message.author === undefined ? 'nobody' : `${message.author.name} <${message.author.address}>`)}`,
    `To       ${message.recipients.length === 0 ? 'nobody named' : quoted(message.recipients.slice(0, 3).join(', '))}${message.recipients.length > 3 ? ` and ${message.recipients.length - 3} more` : ''}`,
    `Subject  ${quoted(message.subject)}`,
    ...links.slice(0, MOST_LINKS).map((link, index) => `${index === 0 ? 'Links    ' : '         '}${defanged(link.url)}`),
    ...(links.length > MOST_LINKS ? [`         and ${links.length - MOST_LINKS} more`] : []),
    ...message.defects.map((defect) => `Not read ${defect}`),
    '',
    'What it is made of (points):',
    ...reasons.slice(0, MOST_REASONS).map(({ says, weight }) => `${signed(weight).padStart(7)}  ${says}`),
    ...(reasons.length > MOST_REASONS ? [`         and ${reasons.length - MOST_REASONS} smaller ones`] : []),
    ...(hits.length === 0 ? ['', 'No model hit.'] : ['', 'Models that hit:', ...hits.flatMap(told)]),
  ];
}

const DEEDS = { tag: 'to be tagged', junk: 'to be moved to junk', hold: 'to be held' } as const;

const told = ({ id, title, action, explains, because }: Hit): readonly string[] => [
  `  ${id}: ${title}${action === 'none' ? '' : ` → ${action}`}`,
  `    ${explains}`,
  ...because.map(({ metric, value, is }) => `    ${metric} is ${value} (${is})`),
];

const signed = (points: number): string => `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;

const quoted = (text: string): string => `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;

/** `hxxps://host[.]example/…`: nothing makes a link of it. */
export const defanged = (url: string): string =>
  (url.length > LONGEST ? `${url.slice(0, LONGEST)}…` : url).replace(/^http/i, 'hxxp').replace(/\.(?=[^/]*(?:\/|$))/, '[.]');
