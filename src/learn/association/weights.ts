// The weights of associations, fitted 2026-11-22 by `npx tsx bench/learn/fit-associations.ts`.
//
// On simulated tenants alone: 5 companies of 30, 45, 60, 80, 120 people, 60 days each, without attacks, their last third judged by
// what came before: 6840 distinct letters and 1515 first or repeated uses of a site or mailbox, against pairings
// by chance (mail: three fifths drawn alike, a fifth in proportion to activity, a tenth from strangers, a tenth from domains
// made to look like known ones; use: three quarters alike). On recorded networks these tell ties from
// degree-matched chance clearly worse than weights fitted there (fit.ts; bench/learn/associations.ts measures both); on the one
// simulated tenant where both were tried they did better, but they were fitted on its like. A real tenant has not been tried.

import type { Model } from './model.ts';

/** People and people. */
export const mailModel: Model = {
  intercept: 2.369,
  weights: {
    reaches: { weight: 0.294, mean: 2.254 },
    heard: { weight: -0.7913, mean: 2.045 },
    otherReaches: { weight: 0.3019, mean: 2.327 },
    otherHeard: { weight: -0.1343, mean: 2.475 },
    answers: { weight: 2.472, mean: 0.3611 },
    three: { weight: 0.2094, mean: -6.276 },
    intoGroup: { weight: 0.206, mean: -3.559 },
    fromGroup: { weight: 0.09453, mean: -3.305 },
    wrote: { weight: 5.094, mean: 0.4081 },
    wroteOften: { weight: 1.664, mean: 0.5114 },
    repliedOften: { weight: 1.221, mean: 0.4628 },
    outside: { weight: -3.921, mean: 0.5629 },
    domainWrote: { weight: 0.6464, mean: 0.3127 },
    domainAge: { weight: 0.06261, mean: 1.683 },
    domainSteps: { weight: 0.8226, mean: 0.7853 },
    domainIntoGroup: { weight: 0.08596, mean: 0.4193 },
    lookalike: { weight: -4.445, mean: 0.03247 },
    strangerToMany: { weight: -0.1782, mean: 0.02065 },
    usedToStrangers: { weight: 1.407, mean: 0.02447 },
  },
};

/** People and sites or mailboxes; devices and destinations and apps and mailboxes begin from here. */
export const useModel: Model = {
  intercept: 1.667,
  weights: {
    reaches: { weight: -3.406, mean: 1.675 },
    otherHeard: { weight: 0.7161, mean: 1.629 },
    three: { weight: 0.06449, mean: -5.534 },
    fromGroup: { weight: 0.7875, mean: -3.111 },
    wrote: { weight: 6.971, mean: 0.4848 },
    wroteOften: { weight: 1.591, mean: 1.193 },
  },
};
