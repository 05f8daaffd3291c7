// A firm of lawyers: matters, clients, time sheets.

import { adapted, executives, finance, hr, it, marketing } from '../departments.ts';
import type { DepartmentPlan, Industry } from '../industry.ts';
import { phrases } from '../phrases.ts';

const practice = (name: string, share: number, teams: string, files: string, sensitive: string): DepartmentPlan => ({
  kind: 'legal',
  name,
  share,
  teams: phrases(teams),
  words: {
    titles: phrases('Practice Head, Senior Associate, Associate, Paralegal, Legal Secretary, Trainee Solicitor'),
    folders: phrases('Matters, Precedents, Correspondence, Billing, Drafts'),
    files: phrases(`${files}, Engagement letter, Attendance note, Time sheet, Draft advice, Bundle index`),
    sensitive: phrases(`${sensitive}, Privileged advice, Client identity papers, Trust account ledger`),
    subjects: phrases(`
      Draft for review, Client call moved, Signing on Friday, Conflict check, Time sheets due, Comments on draft, Bundle
      for hearing, Engagement letter, Undertaking, Completion, Counsel's availability
    `),
  },
});

export const law: Industry = {
  id: 'law',
  names: {
    first: phrases('Ashgrove, Barrow, Carrick, Denholm, Everard, Fairfax, Greycote, Langley, Merriman, Penhallow'),
    second: phrases('Legal, Law, Solicitors, Partners, Chambers'),
    apart: true,
  },
  international: true,
  homeDays: 0.4,
  departments: [
    executives,
    adapted(finance, { share: 0.09 }),
    practice(
      'Corporate',
      0.17,
      'Mergers, Equity Markets, Private Companies, Funds, Commercial',
      'Share purchase agreement, Disclosure letter, Due diligence report, Shareholders agreement',
      'Bid letter, Target valuation, Inside list, Merger timetable',
    ),
    practice(
      'Property',
      0.13,
      'Conveyancing, Construction, Planning, Leasing',
      'Lease, Transfer, Title report, Completion statement, Licence to alter',
      'Completion funds, Client bank details, Purchase price schedule',
    ),
    practice(
      'Disputes',
      0.13,
      'Litigation, Arbitration, Employment Disputes, Insolvency',
      'Statement of claim, Witness statement, Disclosure list, Hearing note',
      'Settlement offer, Litigation strategy, Witness contacts',
    ),
    practice(
      'Tax and Private Client',
      0.08,
      'Tax, Trusts, Probate',
      'Will, Trust deed, Tax memo, Estate accounts',
      'Family asset list, Beneficiary details, Tax return',
    ),
    {
      kind: 'service',
      name: 'Client Services',
      share: 0.08,
      teams: phrases('Reception, Document Production, Records, Client Onboarding'),
      words: {
        titles: phrases('Client Services Manager, Receptionist, Document Specialist, Records Officer, Onboarding Analyst'),
        folders: phrases('Onboarding, Records, Rooms, Requests'),
        files: phrases(`
          Client intake form, Room bookings, Archive list, Document request, Style guide, Courier log, Identity check
        `),
        sensitive: phrases('Passports of clients, Sanctions checks, Source of funds, Sealed files, Destruction list'),
        subjects: phrases(`
          Room for Thursday, New client checks, File requested, Courier waiting, Document ready, Archive recall, Visitor
          list
        `),
      },
    },
    adapted(marketing, { name: 'Business Development', share: 0.04 }),
    {
      kind: 'research',
      name: 'Knowledge',
      share: 0.03,
      teams: phrases('Library, Precedents'),
      words: {
        titles: phrases('Head of Knowledge, Librarian, Knowledge Lawyer, Research Analyst'),
        folders: phrases('Precedents, Research, Updates'),
        files: phrases('Case note, Legislation update, Precedent, Research memo, Loan list, Training slides'),
        sensitive: phrases('Counsel opinions, Firm know-how bank, Judge notes, Fee survey'),
        subjects: phrases('New judgment, Research request, Loan overdue, Precedent updated, Weekly case digest'),
      },
    },
    hr,
    it,
  ],
  projects: phrases(`
    Matter intake, Paperless, Data room, Panel review, Merger integration, Fee pilot, Archive, Client portal
  `),
  sharedMailboxes: [
    { alias: 'newclients', displayName: 'New Clients', purpose: 'onboarding', kind: 'service' },
    {
      alias: 'completions',
      displayName: 'Completions',
      purpose: 'settlements',
      kind: 'legal',
      titles: ['Paralegal', 'Legal Secretary'],
    },
    { alias: 'billing', displayName: 'Billing', purpose: 'billing', kind: 'finance' },
  ],
  partners: [
    { kind: 'customer', second: ['Holdings', 'Group', 'Developments', 'Homes', 'Ventures', 'Industries', 'Foods', 'Estates'] },
    { kind: 'adviser', second: ['Barristers', 'Notaries', 'Surveyors', 'Valuers', 'Conveyancing'] },
  ],
  newsletters: phrases('law-reports, gazette-weekly, tax-briefing, legal-tech, property-digest'),
};
