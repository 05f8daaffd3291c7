// How an incident hangs together, what each entity is to it, and what other incidents it hangs together with.

import { explain } from '../../correlate/explanation.ts';
import { namesIn } from '../../graph/incidents.ts';
import { thingOf } from '../../model/finding.ts';
import type { Part, Stage } from '../../model/incident.ts';
import { badInput } from '../errors.ts';
import type { IncidentResolvers, InvolvementResolvers, RelatedIncidentResolvers } from '../schema.gen.ts';

const leastThings = 2;
const mostThings = 100;
const mostFolded = 50;

export const Incident: Pick<IncidentResolvers, 'explanation' | 'related'> = {
  async explanation({ id, findings: ids, links, escalation }, { most }, { graph, load }) {
    if (most < leastThings || most > mostThings) throw badInput(`most: expected ${leastThings} to ${mostThings}, found ${most}`);
    const findings = (await Promise.all(ids.map((one) => load.finding.load(one)))).filter((one) => one !== undefined);
    const { things, ties, all } = explain({ findings, links, contributions: escalation.contributions }, most);
    const names = await namesIn(graph, id, things);
    return {
      things: things.map(({ folded, ...thing }) => ({
        ...thing,
        name: names.get(thingOf(thing)) ?? thing.key,
        folded: folded.slice(0, mostFolded),
        foldedCount: folded.length,
      })),
      ties,
      all,
    };
  },

  related: ({ related = [] }) => related,
};

// An earlier version stored neither; the next run of the pipeline puts that right.
export const Involvement: InvolvementResolvers = {
  part: (involvement) => (involvement as { readonly part?: Part }).part ?? 'bystander',
  stages: (involvement) => (involvement as { readonly stages?: readonly Stage[] }).stages ?? [],
};

export const RelatedIncident: RelatedIncidentResolvers = {
  async incident({ id }, _, { load }) {
    const incident = await load.incident.load(id);
    if (incident === undefined) throw badInput(`incident ${id} is no more: ask again`);
    return incident;
  },
};
