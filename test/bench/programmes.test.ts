import { describe, expect, it } from 'vitest';
import type { Judged, Part } from '../../bench/tenant.ts';
import { outcomeOf } from '../../bench/suites/programmes.ts';
import type { FamilyKind, Programme } from '../../seed/programmes/programme.ts';

const programme = (id: string, family: string, kind: FamilyKind = 'attack'): Programme => ({
  ...{ id, family, kind, victims: [], ending: 'impact', steps: [] },
});

const swap = programme('sim-swap-1', 'sim-swap');
const relay = programme('otp-relay-1', 'otp-relay');
const wave = programme('honest-app-consent-wave-1', 'honest-app-consent-wave', 'look-alike');

/** Events are named after the programme they belong to; `day` is ordinary life. */
const part = (peak: number, ...events: readonly string[]): Part => ({
  ...{ findings: [], peak, policyMet: false },
  events: new Set(events),
});

const owners: Readonly<Record<string, string>> = { swap: swap.id, relay: relay.id, wave: wave.id };

function telling(...parts: readonly Part[]): Pick<Judged, 'parts' | 'programmes' | 'truth'> {
  const events = parts.flatMap((it) => [...it.events]);
  const truth = new Map(
    events.flatMap((event) => {
      const owner = owners[event.split(' ')[0] ?? ''];
      return owner === undefined ? [] : [[event, owner] as const];
    }),
  );
  return { parts, programmes: [swap, relay, wave], truth };
}

describe('an attack', () => {
  const fateOf = (...parts: readonly Part[]) => outcomeOf(telling(...parts), swap);

  it('is one when one incident that somebody is called for holds it alone', () => {
    expect(fateOf(part(0.9, 'swap 1', 'swap 2'), part(0.9, 'relay 1'))).toMatchObject({ fate: 'one', purity: 1 });
  });

  it('is split over several such incidents', () => {
    expect(fateOf(part(0.9, 'swap 1'), part(0.3, 'swap 2'))).toMatchObject({ fate: 'split' });
  });

  it('is merged when another attack is in the same incident, but not with a look-alike', () => {
    expect(fateOf(part(0.9, 'swap 1', 'relay 1'))).toMatchObject({ fate: 'merged', purity: 0.5 });
    expect(fateOf(part(0.9, 'swap 1', 'wave 1'))).toMatchObject({ fate: 'one', purity: 0.5 });
  });

  it('is missed when nobody is called', () => {
    const { fate, purity } = fateOf(part(0.19, 'swap 1'), part(0.9, 'relay 1'));
    expect(fate).toBe('missed');
    expect(purity).toBeUndefined();
  });

  it('pays for ordinary days in its incident with purity', () => {
    expect(fateOf(part(0.9, 'swap 1', 'swap 2', 'swap 3', 'day 1'))).toMatchObject({ fate: 'one', purity: 0.75 });
  });

  it('says whether its family is kept apart', () => {
    expect(fateOf(part(0.9, 'swap 1'))).toMatchObject({ family: 'sim-swap', unseen: false });
  });
});
