// Talk: chats and meetings in Teams, and questions put to assistant programs.

import { minutes } from '../../src/model/time.ts';
import { askAgent, teamsMessage } from '../acts/collaboration.ts';
import type { SeedRecord } from '../record.ts';
import { someWeighted } from '../weighted.ts';
import type { World } from '../world.ts';
import { momentAtWork } from './attendance.ts';
import { siteFor, usualFile } from './files.ts';
import { paceOf } from './letters.ts';
import { lot } from './lot.ts';
import type { PersonDay } from './today.ts';

export function talkAtWork(world: World, day: PersonDay): SeedRecord[] {
  const rng = day.rng.fork('talk');
  const { desk, attendance, person } = day;
  const others = (count: number) => ({ others: someWeighted(rng, person.circle.colleagues, count) });
  const often = (mean: number, act: (at: number) => SeedRecord[]) =>
    Array.from({ length: rng.poisson(mean * paceOf(day)) }, () => act(momentAtWork(rng, attendance))).flat();

  return [
    ...(rng.chance(0.8)
      ? teamsMessage(world, rng, desk, attendance.from + minutes(rng.between(1, 25)), 'TeamsSessionStarted')
      : []),
    ...often(2.1, (at) => teamsMessage(world, rng, desk, at, 'MessageSent', others(1 + rng.poisson(0.4)))),
    ...often(0.12, (at) => teamsMessage(world, rng, desk, at, 'ChatCreated', others(1 + rng.poisson(0.8)))),
    ...often(0.15, (at) =>
      teamsMessage(world, rng, desk, at, 'MessageCreatedHasLink', { ...others(1), links: [siteFor(rng, person).url] }),
    ),
    ...often(0.6, (at) => teamsMessage(world, rng, desk, at, 'MeetingDetail', others(1 + rng.poisson(2)))),
    ...asks(world, day),
  ];
}

/** A third of the people use one, some of them daily. */
function asks(world: World, { rng: dice, person, desk, attendance }: PersonDay): SeedRecord[] {
  const { agents } = world.tenant;
  const fond = lot(person, 'assistant');
  if (agents.length === 0 || fond > 0.35) return [];
  const rng = dice.fork('asks');
  return Array.from({ length: rng.poisson(fond < 0.08 ? 1.6 : 0.4) }, () => {
    const site = siteFor(rng, person);
    const files = Array.from({ length: rng.int(0, 3) }, () => ({ site, file: usualFile(rng, site) }));
    return askAgent(world, rng, desk, momentAtWork(rng, attendance), rng.pick(agents), files);
  }).flat();
}
