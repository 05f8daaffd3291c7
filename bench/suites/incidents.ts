// How well findings are put together into incidents: streams of other products' alerts and recorded networks, each beside
// simple ways to group the same findings; and attacks in simulated companies.

import * as alertsAlone from '../incidents/alerts-alone.ts';
import * as families from '../incidents/families.ts';
import * as recorded from '../incidents/recorded.ts';
import * as sensitivity from '../incidents/sensitivity.ts';
import * as similar from '../incidents/similar.ts';
import { figuresOf } from '../suite.ts';
import type { Suite, SuitePart } from '../suite.ts';

const parts: readonly SuitePart[] = [alertsAlone, recorded, families, sensitivity, similar];

export const incidents: Suite = {
  id: 'incidents',
  title: "Other products' alerts in simulated streams and recorded networks, beside simple groupings; attacks in companies",
  usual: { seeds: 20, people: 60, days: 45 },
  run: (options) => figuresOf(parts, options),
};
