// A message as the API hands it on: as an entity among others, or as a row of a list that has not been looked up as one.

import * as entities from '../graph/entities.ts';
import type { Entity } from '../graph/entities.ts';
import type { KeptMail } from '../graph/mails.ts';
import type { Context } from './context.ts';
import type { Member } from '../mail/campaign/campaign.ts';
import { badInput } from './errors.ts';

export type MailEntity = Pick<Entity, 'key' | 'kind' | 'label' | 'name' | 'names'> & { readonly element?: string };

/** A message in a campaign, and which. */
export interface MemberOf extends Member {
  readonly campaign: string;
}

/** A row of a list. */
export const rowOf = ({ id, subject }: KeptMail): MailEntity => ({
  ...{ label: 'Email', key: id, name: subject ?? id, kind: undefined, names: [] },
});

/** The same as an entity, of which all can be asked that can be asked of any. */
export async function whole(it: MailEntity, { graph }: Pick<Context, 'graph'>): Promise<Entity> {
  if (it.element !== undefined) return it as Entity;
  const found = await entities.find(graph, 'Email', it.key);
  if (found === undefined) throw badInput(`mail ${it.key} is no more: ask again`);
  return found;
}
