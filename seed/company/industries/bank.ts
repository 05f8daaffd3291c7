// A bank: branches, lending, markets, and many who watch over them.

import { adapted, executives, finance, hr, it, legal, marketing, service } from '../departments.ts';
import type { Industry } from '../industry.ts';
import { phrases } from '../phrases.ts';

export const bank: Industry = {
  id: 'bank',
  names: {
    first: phrases('Alder, Cornerstone, Crownfield, Fairmont, Guildhall, Meridian, Northern, Oakham, Sovereign'),
    second: phrases('Bank, Trust, Savings, Mutual, Banking Group'),
    apart: true,
  },
  international: true,
  homeDays: 0.35,
  departments: [
    executives,
    adapted(finance, { share: 0.09 }),
    {
      kind: 'sales',
      name: 'Branches',
      share: 0.22,
      onSite: true,
      teams: phrases('City Branch, Market Street, Harbour Branch, Station Branch, East Branch, West Branch, Mobile Bankers'),
      words: {
        titles: phrases('Head of Branches, Branch Manager, Personal Banker, Teller, Mortgage Adviser'),
        folders: phrases('Appointments, Forms, Campaigns, Rosters'),
        files: phrases(`
          Appointment list, Product leaflet, Branch roster, Cash count, Campaign results, Account form, Teller differences,
          Service targets
        `),
        sensitive: phrases(`
          Vault procedure, Customer list, Teller limits, Cash delivery times, Signature specimens, Branch closure plan
        `),
        subjects: phrases(`
          Appointment moved, Roster swap, Cash order, Customer query, Account opening, Card not arrived, Teller difference,
          Mortgage papers
        `),
      },
    },
    {
      kind: 'operations',
      name: 'Payments and Operations',
      share: 0.15,
      teams: phrases('Payments, Cards, Account Services, Reconciliation, Trade Finance, Collections'),
      words: {
        titles: phrases('Head of Operations, Payments Officer, Operations Analyst, Reconciliation Officer, Cards Specialist'),
        folders: phrases('Payments, Cut-offs, Exceptions, Procedures, Reports'),
        files: phrases(`
          Payment exceptions, Cut-off times, Reconciliation, Return items, Card file, Settlement report, Procedure, Volume
          statistics
        `),
        sensitive: phrases(`
          Payment release matrix, Correspondent accounts, Test keys, High value payments, Card numbers file, Settlement limits
        `),
        subjects: phrases(`
          Payment on hold, Recall request, Cut-off extended, Unmatched item, Beneficiary details, Settlement failed, Card
          dispute, Release needed before four
        `),
      },
    },
    {
      kind: 'operations',
      name: 'Lending',
      share: 0.11,
      teams: phrases('Credit Assessment, Mortgages, Business Lending, Loan Servicing, Valuation'),
      words: {
        titles: phrases('Head of Lending, Credit Analyst, Mortgage Officer, Relationship Manager, Loan Administrator'),
        folders: phrases('Applications, Valuations, Covenants, Arrears'),
        files: phrases(`
          Credit paper, Loan application, Valuation, Covenant report, Arrears list, Offer letter, Security schedule, Rate
          sheet
        `),
        sensitive: phrases('Watch list, Customer financials, Credit decision model, Provision estimates, Guarantor details'),
        subjects: phrases(`
          Credit paper for approval, Valuation received, Drawdown tomorrow, Covenant breach, Rate lock, Missing documents,
          Settlement date, Arrears call
        `),
      },
    },
    {
      kind: 'research',
      name: 'Markets',
      share: 0.06,
      teams: phrases('Rates, Foreign Exchange, Treasury Desk, Market Analysis'),
      words: {
        titles: phrases('Head of Markets, Dealer, Market Analyst, Quantitative Analyst, Desk Assistant'),
        folders: phrases('Positions, Research, Limits, Clients'),
        files: phrases('Daily positions, Market commentary, Limit report, Client pricing, Yield curve, Deal ticket, Stress test'),
        sensitive: phrases('Trading book, Client orders, Pricing model, Limit breaches, Hedging strategy'),
        subjects: phrases(
          'Morning note, Deal confirmation, Limit increase, Pricing for client, Month end positions, Broker lunch',
        ),
      },
    },
    {
      kind: 'legal',
      name: 'Risk and Compliance',
      share: 0.1,
      teams: phrases('Financial Crime, Operational Risk, Credit Risk, Regulatory Affairs, Internal Audit, Privacy'),
      words: {
        titles: phrases('Chief Risk Officer, Compliance Officer, Financial Crime Analyst, Risk Analyst, Internal Auditor'),
        folders: phrases('Policies, Alerts, Returns, Audits'),
        files: phrases('Risk register, Policy, Regulatory return, Audit report, Alert statistics, Training record, Control test'),
        sensitive: phrases(`
          Suspicious matter report, Regulator letter, Audit findings, Sanctions hits, Fraud cases, Capital model
        `),
        subjects: phrases('Alert closed, Policy attestation, Audit request, Regulatory return, Control failed, Training overdue'),
      },
    },
    adapted(service, { name: 'Contact Centre', share: 0.1, shifts: true }),
    adapted(marketing, { share: 0.03 }),
    adapted(hr, { share: 0.03 }),
    adapted(legal, { share: 0.02 }),
    adapted(it, { share: 0.11 }),
  ],
  projects: phrases(`
    Core replacement, Instant payments, Branch refit, Capital rules, Fraud engine, Mobile app, Data lineage, Open banking
  `),
  sharedMailboxes: [
    {
      alias: 'payments',
      displayName: 'Payments',
      purpose: 'payments',
      kind: 'operations',
      titles: ['Payments Officer', 'Head of Operations'],
    },
    { alias: 'fraudalerts', displayName: 'Fraud Alerts', purpose: 'fraud', kind: 'legal', titles: ['Financial Crime Analyst'] },
    {
      alias: 'mortgages',
      displayName: 'Mortgages',
      purpose: 'lending',
      kind: 'operations',
      titles: ['Mortgage Officer', 'Loan Administrator'],
    },
  ],
  partners: [
    { kind: 'customer', second: ['Farms', 'Builders', 'Estates', 'Traders', 'Holdings', 'Dairies', 'Motors', 'Hotels'] },
    { kind: 'bank', second: ['Clearing', 'Custody', 'Cards', 'Exchange', 'Brokers'] },
  ],
  newsletters: phrases('rates-daily, banking-brief, regulation-watch, fintech-weekly, property-index'),
};
