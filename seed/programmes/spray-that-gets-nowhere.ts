// One password after another against a list of names, and none fits.
//
// It happens to every company all the time. Some accounts are locked for a
// quarter of an hour, some names have left; once in a while a password is right
// and the second factor, or a policy, is in the way. Nobody comes back for more.
// After: Microsoft Learn on password sprays and smart lockout; Verizon, Data
// Breach Investigations Report (2024), on how few succeed.

import type { Rng } from '../random.ts';
import { openSession } from '../session.ts';
import type { Person } from '../tenant.ts';
import { openCourse, programme } from './course.ts';
import { choose } from './people.ts';
import { momentOn, type Act, type Family, type Plan, type Programme } from './programme.ts';
import { drawSpray, sprays, type Spray } from './spraying.ts';
import { guesses } from './steps/sign-in.ts';
import { perhapsNoticed, together } from './steps/together.ts';

export const sprayThatGetsNowhere: Family = {
  id: 'spray-that-gets-nowhere',
  kind: 'look-alike',
  unseen: false,
  says: 'many accounts are tried with common passwords, and nothing comes of it',
  sources: [
    'Microsoft Learn, "Password spray investigation" and "Smart lockout"',
    'Verizon, "Data Breach Investigations Report" (2024)',
  ],
  days: 3,
  plan(plan) {
    const near = choose(plan, () => true);
    return near === undefined ? undefined : tellSpray(plan, plan.rng.fork('course'), near);
  },
};

function tellSpray(plan: Plan, rng: Rng, near: Person): Programme {
  const { tenant } = plan.scene;
  const course = openCourse(rng.fork('pace'));
  const drawn = drawSpray(rng, tenant, near);
  const spray = { ...drawn, accounts: [near, ...drawn.accounts.filter((person) => person !== near)] };
  const from = momentOn(plan.scene, near, rng.int(plan.from + 1, plan.until - 2), rng.between(0, 1380));
  sprays(course, rng, tenant, spray, rng.int(1, 6), from, momentOn(plan.scene, near, plan.until - 1, 0));
  if (rng.chance(0.4)) course.does('right-and-useless', 'credential-access', uselessly(rng, spray, near));
  return programme(plan, sprayThatGetsNowhere, course.steps, { victims: spray.accounts.map(({ id }) => id), ending: 'gave-up' });
}

/** The password is right, and of no use. */
function uselessly(rng: Rng, { places, device, target, protocol, secondsApart }: Spray, person: Person): Act {
  const session = openSession(rng, person, rng.pick(places), device);
  const barred = rng.pick(['factorRequired', 'blockedByPolicy', 'disabledAccount', 'expiredPassword'] as const);
  const alarm = perhapsNoticed(0.3, {
    product: 'identityProtection',
    title: 'passwordSpray',
    severity: 'medium',
    person,
    place: session.place,
  });
  return together(guesses([{ session, outcome: barred }], target, protocol, secondsApart), alarm);
}
