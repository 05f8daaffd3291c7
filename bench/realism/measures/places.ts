// From where people come, and with what.

import { differentPerWeek } from '../measure.ts';
import type { Measure } from '../measure.ts';
import { isAct } from '../telemetry.ts';
import type { Seen } from '../telemetry.ts';

const count = { form: 'numbers', by: 'median', unit: 'count', scale: 'log' } as const;

/** Addresses of the service stand in records of what it did for somebody: nobody sits there. */
const isFromSomewhere = (seen: Seen): boolean => isAct(seen) && seen.event.serviceAddress !== true;

export const places: readonly Measure[] = [
  {
    ...{ id: 'addresses', title: 'Addresses per person and week', axis: 'different addresses in a week', ...count },
    collect: () => differentPerWeek((seen) => (isFromSomewhere(seen) ? seen.event.address : undefined)),
  },
  {
    ...{ id: 'countries', title: 'Countries per person and week', axis: 'different countries in a week', ...count },
    collect: () => differentPerWeek((seen) => (isFromSomewhere(seen) ? seen.event.country : undefined)),
  },
  {
    ...{ id: 'user-agents', title: 'User agents per person and week', axis: 'different user agents in a week', ...count },
    collect: () => differentPerWeek((seen) => (isAct(seen) ? seen.event.userAgent : undefined)),
  },
  {
    ...{ id: 'devices', title: 'Devices per person and week', axis: 'different device ids in a week', ...count },
    collect: () => differentPerWeek((seen) => (isAct(seen) ? seen.event.device : undefined)),
  },
];
