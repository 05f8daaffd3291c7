// People in chats and meetings, and people asking programs.

import type { Instant } from '../../src/model/time.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Agent, Person, Site, SiteFile } from '../tenant.ts';
import { agentAsked } from '../wire/m365-copilot.ts';
import { teamsActivity, type TeamsOperation } from '../wire/m365-teams.ts';
import { cutToSecond } from '../wire/time.ts';
import type { World } from '../world.ts';

/** `others`: who else is in the chat or meeting; `links`: what a message points to. */
export function teamsMessage(
  world: World,
  rng: Rng,
  session: Session,
  at: Instant,
  operation: TeamsOperation,
  more: { readonly others?: readonly (Person | string)[]; readonly links?: readonly string[] } = {},
): SeedRecord[] {
  const { others = [], links = [] } = more;
  const minutes = rng.pick([15, 25, 30, 30, 45, 60]);
  const act = { at, id: rng.guid(), messageId: String(momentId(rng, at)), session, others, links, minutes };
  return [teamsActivity(world.tenant, { ...act, threadId: threadOf(rng, session, operation, others) }, operation)];
}

/** Messages are named after the millisecond. */
const momentId = (rng: Rng, at: Instant): number => cutToSecond(at) + rng.int(0, 999);

/** Two people have one chat for ever, named after both; anything else has a name of its own. */
function threadOf(rng: Rng, session: Session, operation: TeamsOperation, others: readonly (Person | string)[]): string {
  const own = rng.guid();
  const [other] = others;
  if (operation === 'MeetingDetail') return own;
  if (others.length > 1 || other === undefined) return `19:${own.replaceAll('-', '')}@thread.v2`;
  const pair = [session.person.id, typeof other === 'string' ? own : other.id].sort();
  return `19:${pair.join('_')}@unq.gbl.spaces`;
}

/** Somebody asks a program, which reads files to answer. */
export function askAgent(
  world: World,
  rng: Rng,
  session: Session,
  at: Instant,
  agent: Agent,
  files: readonly { readonly site: Site; readonly file: SiteFile }[],
): SeedRecord[] {
  const threadId = `19:${rng.base64(43).replaceAll('+', '-').replaceAll('/', '_')}@thread.v2`;
  const asked = momentId(rng, at);
  const messageIds = [String(asked), String(asked + rng.int(1500, 9000))] as const;
  return [agentAsked(world.tenant, { at, id: rng.guid(), session, agent, threadId, messageIds, files })];
}
