// What was done to mail, or is to be: the actions on messages and on campaigns.

import type { Action } from '../model/action.ts';
import type { EntityRef } from '../model/finding.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

/** Of all that is asked for together. */
const MOST = 20_000;

export const mailKey = ({ label, key }: EntityRef): string => `${label} ${key}`;

/** The actions on each of some messages and campaigns, by `mailKey`, the newest first. */
export async function onMail(graph: Graph, refs: readonly EntityRef[]): Promise<ReadonlyMap<string, readonly Action[]>> {
  const keysOf = (label: string): string[] => refs.filter((ref) => ref.label === label).map(({ key }) => key);
  const rows = await graph.run(queries.actions.onMail, { emails: keysOf('Email'), campaigns: keysOf('Campaign'), limit: MOST });
  const found = new Map<string, Action[]>();
  for (const { label, key, report } of rows) {
    const id = `${label} ${key}`;
    const there = found.get(id) ?? [];
    // A report was written from an Action and by nothing else.
    there.push(JSON.parse(report) as Action);
    found.set(id, there);
  }
  return found;
}
