// How sign-ins end.

import { perRecord } from '../measure.ts';
import type { Measure } from '../measure.ts';
import { isAct } from '../telemetry.ts';
import type { Seen } from '../telemetry.ts';

const share = { form: 'numbers', by: 'mean', unit: 'share', scale: 'linear' } as const;

const signInIn = (seen: Seen) => (isAct(seen) && seen.event.kind === 'signIn' ? seen.event : undefined);

export const signIns: readonly Measure[] = [
  {
    ...{ id: 'failures', title: 'Failures per sign-in', axis: 'share of interactive sign-ins', ...share },
    collect: () =>
      perRecord((seen) => {
        const signIn = signInIn(seen);
        return signIn && signIn.outcome === 'failure';
      }),
  },
  {
    ...{ id: 'prompts', title: 'Sign-ins with a prompt', axis: 'share that asked for a second factor', ...share },
    collect: () =>
      perRecord((seen) => {
        const signIn = signInIn(seen);
        return signIn && signIn.mfa !== undefined && signIn.mfa !== 'byClaim';
      }),
  },
];
