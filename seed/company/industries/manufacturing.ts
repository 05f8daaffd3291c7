// Plants that make things out of metal and sell them to other plants.

import { adapted, executives, finance, hr, it, legal, marketing, sales, service } from '../departments.ts';
import type { Industry } from '../industry.ts';
import { phrases } from '../phrases.ts';

export const manufacturing: Industry = {
  id: 'manufacturing',
  names: {
    first: phrases('Ander, Calder, Forge, Iron, Kelvin, Lath, Milling, Orbit, Torque, Weld'),
    second: phrases('worth, stead, haus, form, tec, cast, mark'),
    apart: false,
  },
  international: true,
  homeDays: 0.22,
  departments: [
    executives,
    adapted(finance, { share: 0.07 }),
    adapted(sales, { share: 0.11 }),
    adapted(marketing, { share: 0.025 }),
    {
      kind: 'operations',
      name: 'Production',
      share: 0.3,
      shifts: true,
      onSite: true,
      teams: phrases('Line A, Line B, Line C, Press Shop, Paint, Final Assembly, Tool Room, Packing'),
      words: {
        titles: phrases('Plant Manager, Shift Supervisor, Machine Operator, Line Technician, Production Planner, Tool Maker'),
        folders: phrases('Rosters, Work Instructions, Downtime, Scrap, Safety'),
        files: phrases(`
          Shift roster, Work instruction, Downtime log, Scrap report, Line balance, Toolbox talk, Output by shift,
          Changeover sheet, Machine setting, Training matrix, Five S audit
        `),
        sensitive: phrases(`
          Process parameters, Machine access codes, Yield by customer, Labour cost model, Plant security plan, Formula
          sheet, Injury reports
        `),
        subjects: phrases(`
          Line stopped, Roster swap, Overtime on Saturday, Changeover moved, Scrap above limit, Forklift inspection,
          Shortage on line, Shift handover, Near miss report, Tool delivery
        `),
      },
    },
    {
      kind: 'engineering',
      name: 'Engineering',
      share: 0.14,
      teams: phrases('Product Design, Process Engineering, Automation, Test Lab, Tooling, Sustaining'),
      words: {
        titles: phrases('Engineering Manager, Design Engineer, Process Engineer, Test Engineer, Automation Engineer, Drafter'),
        folders: phrases('Drawings, Calculations, Change Notes, Test Reports, Prototypes'),
        files: phrases(`
          Assembly drawing, Tolerance study, Change note, Test report, Bill of materials, Prototype photos, Design review
          minutes, Failure analysis, Specification, Simulation results
        `),
        sensitive: phrases(`
          Patent application, New product roadmap, Cost build-up, Source files of controller, Supplier benchmark, Trade
          secret register, Prototype drawings
        `),
        subjects: phrases(`
          Drawing for comment, Change note approval, Design review, Test failed at step four, Prototype parts, Tolerance
          question, Tooling quote, Release to production, Sample arrived
        `),
      },
    },
    {
      kind: 'operations',
      name: 'Quality',
      share: 0.06,
      onSite: true,
      teams: phrases('Incoming Inspection, Quality Assurance, Metrology, Supplier Quality'),
      words: {
        titles: phrases('Quality Manager, Quality Inspector, Quality Engineer, Metrology Technician'),
        folders: phrases('Inspections, Complaints, Certificates, Audits'),
        files: phrases(`
          Inspection report, Certificate of conformity, Corrective action, Audit plan, Gauge calibration, Complaint
          analysis, Control chart, Supplier scorecard
        `),
        sensitive: phrases(`
          Customer complaint file, Recall assessment, Audit findings, Supplier blacklist, Deviation approvals
        `),
        subjects: phrases(`
          Batch on hold, Corrective action due, Calibration due, Audit next week, Certificate for customer, Complaint
          received, Deviation request, First article passed
        `),
      },
    },
    {
      kind: 'operations',
      name: 'Supply Chain',
      share: 0.09,
      teams: phrases('Purchasing, Warehouse, Logistics, Planning, Customs'),
      words: {
        titles: phrases('Supply Chain Manager, Buyer, Warehouse Coordinator, Logistics Planner, Material Planner'),
        folders: phrases('Suppliers, Orders, Stock, Freight, Contracts'),
        files: phrases(`
          Purchase order, Stock count, Freight rates, Supplier agreement, Material forecast, Delivery schedule, Customs
          papers, Reorder list, Pallet labels
        `),
        sensitive: phrases(`
          Supplier prices, Supplier bank details, Sole source list, Freight contract rates, Sourcing strategy, Customs
          rulings
        `),
        subjects: phrases(`
          Late delivery, Order confirmation, Stock count on Friday, Freight booking, New supplier form, Price increase,
          Expedite please, Missing packing list, Bank details of supplier
        `),
      },
    },
    adapted(service, { name: 'After Sales', share: 0.05 }),
    hr,
    legal,
    it,
  ],
  projects: phrases(`
    Line 7, Lean 2026, ERP rollout, Paint shop, Robot cell, Plant move, Energy saving, Zero scrap, New press, Quality gate
  `),
  sharedMailboxes: [
    { alias: 'orders', displayName: 'Orders', purpose: 'orders', kind: 'sales' },
    {
      alias: 'purchasing',
      displayName: 'Purchasing',
      purpose: 'purchasing',
      kind: 'operations',
      titles: ['Buyer', 'Supply Chain Manager'],
    },
    {
      alias: 'quality',
      displayName: 'Quality',
      purpose: 'complaints',
      kind: 'operations',
      titles: ['Quality Inspector', 'Quality Engineer'],
    },
  ],
  partners: [
    { kind: 'supplier', second: ['Steel', 'Tooling', 'Bearings', 'Castings', 'Coatings', 'Hydraulics', 'Packaging', 'Freight'] },
    { kind: 'customer', second: ['Motors', 'Machines', 'Rail', 'Appliances', 'Energy', 'Engineering'] },
  ],
  newsletters: phrases('metalworks-weekly, automation-today, supplychain-brief, tooling-catalogue, safety-bulletin'),
};
