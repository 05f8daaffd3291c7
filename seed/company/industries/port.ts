// Terminals, tugs and the freight that passes over a quay.

import { adapted, executives, finance, hr, it, legal, sales } from '../departments.ts';
import type { Industry } from '../industry.ts';
import { phrases } from '../phrases.ts';

export const port: Industry = {
  id: 'port',
  names: {
    first: phrases('Harbour, Tide, Quay, Anchor, Breakwater, Beacon, Lantern, Estuary'),
    second: phrases('line, gate, mark, point, stream'),
    apart: false,
  },
  international: true,
  homeDays: 0.25,
  departments: [
    adapted(executives, { share: 0.045 }),
    adapted(finance, { share: 0.11 }),
    adapted(sales, { share: 0.16 }),
    {
      kind: 'engineering',
      name: 'Engineering',
      share: 0.2,
      teams: phrases('Marine Structures, Plant, Survey, Drafting, Capital Works, Asset Integrity'),
      words: {
        titles: phrases(`
          Engineering Manager, Structural Engineer, Marine Engineer, Drafter, Project Engineer, Surveyor
        `),
        folders: phrases('Drawings, Calculations, Specifications, Reviews, Surveys'),
        files: phrases(`
          Wharf layout, Load calculation, Fender specification, Survey report, Design review minutes, Mooring study,
          Pile schedule, Dredging plan, Crane rail tolerance, Inspection report
        `),
        sensitive: phrases(`
          Patent application, Port security drawings, Bid cost build-up, Vendor assessment, Structural defect report,
          Control system access, Fuel line drawings
        `),
        subjects: phrases(`
          Drawing for comment, RFI response, Design review, Survey results, Spec change, Site measurements, Load test
          date, Dredging window, Weld inspection
        `),
      },
    },
    {
      kind: 'operations',
      name: 'Operations',
      share: 0.3,
      teams: phrases('Berth Planning, Terminal North, Terminal South, Fleet, Yard, Gate'),
      shifts: true,
      onSite: true,
      words: {
        titles: phrases(`
          Operations Manager, Terminal Supervisor, Logistics Planner, Fleet Coordinator, Berth Planner
        `),
        folders: phrases('Rosters, Berth Plans, Contracts, Incident Reports, Maintenance'),
        files: phrases(`
          Berth plan, Shift roster, Contractor rates, Fuel report, Stevedore agreement, Throughput summary, Maintenance
          plan, Vessel schedule, Yard plan, Toolbox talk
        `),
        sensitive: phrases(`
          Stevedore contract rates, Terminal access codes, Insurance claims, Contractor bank details, Security roster,
          Dangerous goods manifest, Customs holds
        `),
        subjects: phrases(`
          Berth window change, Roster swap, Crane outage, Delivery times, Contractor induction, Weather delay, Vessel
          arrival, Container on hold, Gate congestion
        `),
      },
    },
    adapted(hr, { share: 0.045 }),
    adapted(legal, { share: 0.035 }),
    adapted(it, { share: 0.08 }),
  ],
  projects: phrases(`
    WIISE, Northshore, Berth 4, Tender 2026, Relocation, Fleet renewal, Shore power, Gate automation, Channel deepening,
    Yard lighting
  `),
  sharedMailboxes: [
    { alias: 'berthing', displayName: 'Berthing Desk', purpose: 'bookings', kind: 'operations' },
    { alias: 'drawings', displayName: 'Drawing Office', purpose: 'documents', kind: 'engineering' },
  ],
  partners: [
    { kind: 'supplier', second: ['Cranes', 'Marine', 'Tugs', 'Supplies', 'Dredging', 'Pilotage', 'Electrical', 'Fuels'] },
    { kind: 'customer', second: ['Freight', 'Shipping', 'Lines', 'Grain', 'Minerals', 'Logistics'] },
  ],
  newsletters: phrases('shipping-digest, portnews, catalogue, bulletin, tide-tables, freight-weekly'),
};
