import { plain } from '../../narrate/render.ts';
import { pictureOf } from '../../narrate/checks.ts';
import { planOf } from '../../respond/plan.ts';
import { browserLink } from '../browser-link.ts';
import type { CheckResolvers, IncidentResolvers, NarrativeResolvers } from '../schema.gen.ts';

export const Incident: IncidentResolvers = {
  entities: ({ involves }) => involves,

  async findings({ id, findings }, _, { load }) {
    load.order.prime(id, findings);
    const found = await Promise.all(findings.map((id) => load.finding.load(id)));
    return found.filter((finding) => finding !== undefined);
  },

  async actions({ id, involves }, _, { load }) {
    return planOf(await load.actions.load(id), { id, involves });
  },

  notes: ({ id }, _, { load }) => load.notes.load(id),
  constraints: ({ id }, _, { load }) => load.constraints.load(id),
  handled: ({ id }, _, { load }) => load.handled.load(id),
  formerIds: ({ id }, _, { load }) => load.formerIds.load(id),

  browserLink: ({ id }, _, { browser }) => (browser === undefined ? null : browserLink(browser, pictureOf(id))),
};

export const Narrative: NarrativeResolvers = {
  text: (narrative) => plain(narrative),
};

export const Check: CheckResolvers = {
  browserLink: ({ cypher }, _, { browser }) => (browser === undefined ? null : browserLink(browser, cypher)),
};
