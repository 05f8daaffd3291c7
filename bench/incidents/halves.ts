// Recorded sets in two halves: settings are chosen on one and told of the other. Which unit of a set (a network, a team, a
// scenario) is in which is decided by its name's hash, not by anybody.

import { digestOf } from '../../src/ingest/digest.ts';

export const halves = ['tuned on', 'reported'] as const;
export type Half = (typeof halves)[number];

export const halfOf = (unit: string): Half => (parseInt(digestOf(unit, 12).slice(-1), 16) % 2 === 0 ? 'tuned on' : 'reported');
