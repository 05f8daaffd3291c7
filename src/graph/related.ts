// Which incidents are related, as a hunter walks it. The incident itself says the same, so nothing is read back from here.

import type { Incident } from '../model/incident.ts';
import type { Transaction } from './graph.ts';
import { queries } from './queries.gen.ts';

/** Makes the relations of these incidents those they name; the ids that stand no more are related to nothing. */
export async function relate(tx: Transaction, incidents: readonly Incident[], gone: readonly string[]): Promise<void> {
  await tx.run(queries.incidents.unrelate, { ids: [...incidents.map(({ id }) => id), ...gone] });
  await tx.run(queries.incidents.relate, { rows: incidents.flatMap(rowsOf) });
}

/** From the smaller id to the greater, whichever of the two names it. */
const rowsOf = ({ id, related = [] }: Incident) =>
  related.map(({ id: other, weight, mechanism, because, from, to }) => ({
    ...(id < other ? { smaller: id, greater: other, from, to } : { smaller: other, greater: id, from: to, to: from }),
    ...{ weight, mechanism, because },
  }));
