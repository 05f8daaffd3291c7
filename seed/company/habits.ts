// When, where and how much somebody works.

import type { Rng } from '../random.ts';
import type { Habits } from '../tenant.ts';
import type { Seat } from './seats.ts';

const monday = 1;
const friday = 5;
const officeDays = [1, 2, 3, 4, 5] as const;
const allDays = [0, 1, 2, 3, 4, 5, 6] as const;

export function drawHabits(rng: Rng, seat: Seat, homeDays: number): Habits {
  const { team, rank, employment } = seat;
  const { shifts = false, onSite = false, kind } = team.plan;
  const rotates = shifts && rank === 'member' && rng.chance(0.7);
  const isPartTime = employment === 'partTime';

  return {
    beginsAt: Math.round(rng.normal(shifts ? 420 : kind === 'engineering' ? 555 : 520, 32)),
    hoursAtWork: isPartTime ? rng.between(4, 7.5) : rng.between(7.5, 9.2),
    weekdays: drawWeekdays(rng, rotates, isPartTime),
    rotates,
    pace: Math.min(2.2, Math.max(0.4, rng.lognormal(onSite ? 0.6 : 1, 0.3))),
    homeDays: onSite || rotates ? 0.04 : Math.min(0.9, rng.between(0, homeDays * 2)),
    vpnDays: rng.chance(0.3) ? rng.between(0.5, 1) : rng.between(0, 0.15),
    weekendMail: rank === 'member' ? rng.between(0.03, 0.35) : rng.between(0.4, 0.7),
    desktopOutlook: rng.chance(onSite ? 0.25 : 0.5),
    onCall: kind === 'it' && employment === 'employee' && rng.chance(0.45),
  };
}

function drawWeekdays(rng: Rng, rotates: boolean, isPartTime: boolean): readonly number[] {
  if (rotates) return inOrder(rng.some(allDays, isPartTime ? 3 : 5));
  if (isPartTime) return inOrder(rng.some(officeDays, rng.int(2, 4)));
  // Some agreed on a long week and a free Friday, or Monday.
  if (rng.chance(0.04)) {
    const free = rng.chance(0.7) ? friday : monday;
    return officeDays.filter((day) => day !== free);
  }
  return officeDays;
}

const inOrder = (days: number[]): number[] => days.sort((a, b) => a - b);
