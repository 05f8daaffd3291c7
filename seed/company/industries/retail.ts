// Shops in many towns, a warehouse, and a head office that buys for them.

import { adapted, executives, finance, hr, it, legal, marketing, service } from '../departments.ts';
import type { Industry } from '../industry.ts';
import { phrases } from '../phrases.ts';

export const retail: Industry = {
  id: 'retail',
  names: {
    first: phrases('Basket, Clover, Corner, Daisy, Hearth, Larder, Market, Penny, Thimble, Willow'),
    second: phrases('field, house, way, mill, cross, tree'),
    apart: false,
  },
  international: true,
  homeDays: 0.25,
  departments: [
    executives,
    adapted(finance, { share: 0.07 }),
    {
      kind: 'sales',
      name: 'Stores',
      share: 0.38,
      shifts: true,
      onSite: true,
      teams: phrases('Central Store, High Street, Riverside, Station, Outlet, Garden Centre, Mall, North Store, South Store'),
      words: {
        titles: phrases('Head of Stores, Store Manager, Assistant Store Manager, Sales Assistant, Visual Merchandiser, Cashier'),
        folders: phrases('Rosters, Takings, Promotions, Stock, Displays'),
        files: phrases(`
          Store roster, Takings by day, Promotion plan, Stock count, Display guide, Price changes, Refund log, Opening
          checklist, Shrinkage report
        `),
        sensitive: phrases(`
          Safe codes, Cash collection times, Store margins, Theft reports, Staff discount misuse, Closure list, Banking sheet
        `),
        subjects: phrases(`
          Roster swap, Price change tomorrow, Delivery short, Till fault, Promotion signs, Stock transfer, Cover needed on
          Saturday, Customer compliment, Banking difference
        `),
      },
    },
    {
      kind: 'operations',
      name: 'Distribution',
      share: 0.15,
      shifts: true,
      onSite: true,
      teams: phrases('Inbound, Picking, Dispatch, Transport, Returns'),
      words: {
        titles: phrases('Distribution Manager, Shift Manager, Warehouse Operative, Transport Planner, Stock Controller'),
        folders: phrases('Rosters, Routes, Stock, Safety'),
        files: phrases(
          'Route plan, Pick rates, Dock schedule, Shift roster, Damage report, Stock adjustment, Fleet check, Load plan',
        ),
        sensitive: phrases('Carrier rates, High value stock list, Seal numbers, Gate codes, Driver licences, Stock losses'),
        subjects: phrases('Late truck, Dock change, Short delivery, Roster swap, Forklift fault, Stock on hold, Urgent transfer'),
      },
    },
    {
      kind: 'marketing',
      name: 'Buying and Merchandising',
      share: 0.1,
      teams: phrases('Fashion, Food, Home, Seasonal, Private Label, Space Planning'),
      words: {
        titles: phrases('Head of Buying, Buyer, Merchandiser, Assistant Buyer, Range Planner'),
        folders: phrases('Ranges, Suppliers, Samples, Pricing'),
        files: phrases(`
          Range plan, Supplier terms, Sample list, Price architecture, Sell through, Open to buy, Trend board, Line sheet,
          Space plan
        `),
        sensitive: phrases(
          'Supplier margins, Range before launch, Rebate agreements, Cost price file, Exclusive deals, Factory list',
        ),
        subjects: phrases(`
          Samples arrived, Cost price change, Range review, Supplier meeting, Markdown list, Order confirmation, Label proof,
          Rebate query
        `),
      },
    },
    adapted(service, { share: 0.08 }),
    adapted(marketing, { share: 0.05 }),
    {
      kind: 'engineering',
      name: 'Online',
      share: 0.05,
      teams: phrases('Web Shop, Mobile App, Search, Content'),
      words: {
        titles: phrases('Head of Online, Web Developer, Product Owner, Test Analyst, Content Producer'),
        folders: phrases('Releases, Designs, Analytics, Content'),
        files: phrases('Release notes, Wireframes, Conversion report, Test plan, Product copy, Search terms, Photo schedule'),
        sensitive: phrases('Payment gateway keys, Customer export, Fraud rules, Peak capacity plan, Bug list before launch'),
        subjects: phrases('Release on Tuesday, Broken basket, Search results, Copy for new range, Payment errors, Peak plan'),
      },
    },
    hr,
    adapted(legal, { share: 0.015 }),
    adapted(it, { share: 0.045 }),
  ],
  projects: phrases(`
    Peak season, New tills, Store of the future, Loyalty, Click and collect, Private label, Refit, Price match
  `),
  sharedMailboxes: [
    {
      alias: 'storesupport',
      displayName: 'Store Support',
      purpose: 'stores',
      kind: 'sales',
      titles: ['Store Manager', 'Assistant Store Manager'],
    },
    {
      alias: 'suppliers',
      displayName: 'Supplier Desk',
      purpose: 'purchasing',
      kind: 'marketing',
      titles: ['Buyer', 'Assistant Buyer'],
    },
    { alias: 'deliveries', displayName: 'Deliveries', purpose: 'bookings', kind: 'operations' },
  ],
  partners: [
    { kind: 'supplier', second: ['Foods', 'Textiles', 'Toys', 'Ceramics', 'Knitwear', 'Beverages', 'Cosmetics', 'Packaging'] },
    { kind: 'customer', second: ['Interiors', 'Hotels', 'Catering', 'Events', 'Schools'] },
  ],
  newsletters: phrases('retail-week, fashion-forward, trade-fair, shelf-news, ecommerce-daily'),
};
