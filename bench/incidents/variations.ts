// One attack's findings told otherwise: with other pauses, with steps nobody noticed, with sources that tell less, or beside
// the same attack on somebody else. What judged them is not asked again.

import type { Rng } from '../../seed/random.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { EntityLabel } from '../../src/model/graph.ts';
import { days, hours } from '../../src/model/time.ts';

/** A pause longer than this parts two sittings of an attacker. */
const SITTING = hours(1);
const PAUSE = { from: hours(1), to: days(14) };
const MISSED = 0.2;
/** What a source may leave out. */
const UNTOLD: readonly EntityLabel[] = ['Session', 'IP', 'Device'];

/** Sittings stay as they are; between them pass other pauses, an hour to a fortnight, short ones as likely as long ones. */
export function retimed(findings: readonly Finding[], dice: Rng, pause = PAUSE): Finding[] {
  let shift = 0;
  let until: number | undefined;
  return inOrder(findings).map((finding) => {
    if (until !== undefined && finding.at - until > SITTING)
      shift += until + pause.from * (pause.to / pause.from) ** dice.next() - finding.at;
    until = Math.max(until ?? finding.lastAt, finding.lastAt);
    return { ...finding, at: Math.round(finding.at + shift), lastAt: Math.round(finding.lastAt + shift) };
  });
}

/** Some were never found; two always were. */
export function missing(findings: readonly Finding[], dice: Rng): readonly Finding[] {
  const kept = findings.filter(() => !dice.chance(MISSED));
  return kept.length < 2 ? findings.slice(0, 2) : kept;
}

/** One kind of entity is not told in a third of the findings; a finding that would name nothing else keeps it. */
export function partial(findings: readonly Finding[], dice: Rng): Finding[] {
  const label = dice.pick(UNTOLD);
  return findings.map((finding) => {
    const about = finding.about.filter((it) => it.label !== label);
    return about.length > 0 && dice.chance(1 / 3) ? { ...finding, about } : finding;
  });
}

/** The same attack by somebody else on somebody else: nothing in it is the first one's. */
export const twin = (findings: readonly Finding[]): Finding[] =>
  findings.map((finding) => ({
    ...finding,
    id: `${finding.id}-twin`,
    about: finding.about.map((it) => ({ ...it, key: `twin-${it.key}` })),
    because: finding.because.map((id) => `${id}-twin`),
    context: finding.context.map((id) => `${id}-twin`),
  }));

/** Everything also came from an address at which so many people work. */
export const fromOffice = (findings: readonly Finding[], address: string, people: number): Finding[] =>
  findings.map((finding) => ({
    ...finding,
    about: [...finding.about, { label: 'IP', key: address, role: 'place', spread: people }],
  }));

export const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
