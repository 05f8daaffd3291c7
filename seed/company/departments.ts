// Departments every company has, whatever its business.

import type { DepartmentPlan } from './industry.ts';
import { phrases } from './phrases.ts';

export const finance: DepartmentPlan = {
  kind: 'finance',
  name: 'Finance',
  share: 0.08,
  teams: phrases(`
    Accounts Payable, Credit Control, Financial Reporting, Payroll, Treasury, Tax, Procurement Finance
  `),
  words: {
    titles: phrases(`
      Finance Manager, Accounts Payable Officer, Credit Controller, Payroll Officer, Management Accountant, Treasury
      Analyst, Tax Accountant
    `),
    folders: phrases('Accounts Payable, Credit Control, Month End, Budget, Payroll, Audit'),
    files: phrases(`
      Aged debtors, Supplier statement, Accruals, Cash flow forecast, Payment run, Bank reconciliation, Cost centre
      review, Purchase ledger, Variance report, Fixed asset register, Expense claims, VAT return
    `),
    sensitive: phrases(`
      Bank account register, Payroll summary, Payment authority matrix, Signatory list, Supplier bank details, Treasury
      positions, Draft annual results
    `),
    subjects: phrases(`
      Invoice query, Payment run approval, Statement of account, Accruals for review, Remittance advice, Credit limit
      request, Purchase order mismatch, Month end timetable, Budget holder review, Expense claim returned, Overdue
      account, Audit request list
    `),
  },
};

export const hr: DepartmentPlan = {
  kind: 'hr',
  name: 'People',
  share: 0.035,
  teams: phrases('People Partners, Talent, Learning, People Operations, Reward'),
  words: {
    titles: phrases('Head of People, HR Adviser, Recruiter, Learning Partner, Benefits Specialist'),
    folders: phrases('Policies, Recruitment, Onboarding, Training, Wellbeing'),
    files: phrases(`
      Leave policy, Position description, Interview notes, Onboarding checklist, Training plan, Engagement survey,
      Organisation chart, Exit interview, Induction slides, Wellbeing calendar
    `),
    sensitive: phrases(`
      Salary review, Salary bands, Disciplinary file, Redundancy plan, Medical certificates, Grievance record,
      Background checks
    `),
    subjects: phrases(`
      Interview times, Leave request, New starter paperwork, Policy update, Reference check, Probation review, Training
      places left, Candidate shortlist, Contract to sign, Performance reviews due, Farewell for a colleague
    `),
  },
};

export const legal: DepartmentPlan = {
  kind: 'legal',
  name: 'Legal',
  share: 0.025,
  teams: phrases('Corporate Counsel, Contracts, Compliance, Disputes'),
  words: {
    titles: phrases('General Counsel, Legal Counsel, Contracts Officer, Compliance Adviser, Paralegal'),
    folders: phrases('Contracts, Advice, Board, Compliance'),
    files: phrases(`
      Services agreement, Deed of variation, Advice note, Board paper, Lease schedule, Confidentiality agreement,
      Privacy assessment, Terms and conditions, Power of attorney, Licence agreement
    `),
    sensitive: phrases(`
      Litigation file, Acquisition term sheet, Settlement offer, Settlement terms, Board resolution, Regulator
      correspondence, Whistleblower report
    `),
    subjects: phrases(`
      Contract for signature, Advice requested, Lease renewal, Board paper comments, Insurance certificate, Redline
      attached, Data processing terms, Signature page missing, Compliance training, Notice of dispute
    `),
  },
};

export const it: DepartmentPlan = {
  kind: 'it',
  name: 'Technology',
  share: 0.06,
  teams: phrases(`
    Infrastructure, Service Desk, Applications, Security, Data Platform, Networks, End User Computing
  `),
  words: {
    titles: phrases(`
      IT Manager, Systems Administrator, Helpdesk Analyst, Network Engineer, Applications Analyst, Security Analyst,
      Database Administrator
    `),
    folders: phrases('Runbooks, Licences, Projects, Changes, Suppliers'),
    files: phrases(`
      Runbook, Licence count, Network diagram, Change request, Asset register, Migration plan, Backup report, Capacity
      plan, Service review, Patch calendar, Incident timeline
    `),
    sensitive: phrases(`
      Firewall rules, Break glass procedure, Service accounts, Penetration test findings, Recovery keys, Privileged
      access list, Vulnerability report
    `),
    subjects: phrases(`
      Ticket update, Change window, Licence renewal, Printer fault, Access request, Patch schedule, Laptop ready for
      collection, Outage report, New version next week, Mailbox full, Firewall request
    `),
  },
};

export const executives: DepartmentPlan = {
  kind: 'executives',
  name: 'Executive',
  share: 0.015,
  teams: phrases('Leadership, Executive Office'),
  words: {
    titles: phrases(`
      Chief Executive, Chief Financial Officer, Executive Assistant, Chief Operating Officer, Chief of Staff, Chief
      Information Officer, Executive Assistant, Chief People Officer, Chief Commercial Officer
    `),
    folders: phrases('Board Packs, Strategy, Budget, Investors'),
    files: phrases(`
      Board pack, Strategy paper, Budget summary, Investor update, Risk register, Quarterly results, Leadership agenda,
      Town hall slides, Travel itinerary
    `),
    sensitive: phrases(`
      Acquisition model, Executive remuneration, Board minutes, Capital raise memo, Succession plan, Divestment options,
      Draft market announcement
    `),
    subjects: phrases(`
      Board pack, Budget discussion, Travel itinerary, Investor call, Leadership meeting, Quarterly review, Town hall
      questions, Diary for next week, Strategy day, Press enquiry
    `),
  },
};

export const sales: DepartmentPlan = {
  kind: 'sales',
  name: 'Sales',
  share: 0.14,
  teams: phrases('Key Accounts, New Business, Sales Operations, Bids, Field Sales, Partners'),
  words: {
    titles: phrases(`
      Head of Sales, Account Manager, Business Development Manager, Sales Coordinator, Bid Manager, Sales Analyst
    `),
    folders: phrases('Proposals, Price Lists, Customers, Tenders, Forecast'),
    files: phrases(`
      Proposal, Price list, Tender response, Customer pricing, Pipeline review, Margin analysis, Contract draft,
      Territory plan, Customer visit report, Sales forecast, Account plan
    `),
    sensitive: phrases(`
      Key account pricing, Commission plan, Margin by customer, Bid strategy, Customer bank details, Win loss analysis,
      Discount authority
    `),
    subjects: phrases(`
      Quote request, Pricing for renewal, Tender clarification, Site visit next week, Proposal comments, Order
      confirmation, Forecast update, Renewal terms, Delivery date, Introduction, Lost bid feedback
    `),
  },
};

export const marketing: DepartmentPlan = {
  kind: 'marketing',
  name: 'Marketing',
  share: 0.04,
  teams: phrases('Brand, Campaigns, Digital, Communications, Events'),
  words: {
    titles: phrases(`
      Marketing Manager, Campaign Specialist, Content Editor, Events Coordinator, Digital Analyst, Communications
      Adviser
    `),
    folders: phrases('Campaigns, Brand, Events, Web'),
    files: phrases(`
      Campaign brief, Brand guidelines, Event running sheet, Press release, Media plan, Web statistics, Newsletter
      draft, Photo list, Survey results
    `),
    sensitive: phrases(`
      Launch plan under embargo, Customer contact export, Agency fees, Crisis communications plan, Brand purchase
      options, Market research raw data
    `),
    subjects: phrases(`
      Campaign proofs, Event catering, Copy for approval, Photo shoot, Web page changes, Press release comments,
      Newsletter articles wanted, Stand layout, Media booking
    `),
  },
};

export const service: DepartmentPlan = {
  kind: 'service',
  name: 'Customer Service',
  share: 0.1,
  teams: phrases('Front Line, Complaints, Second Line, Service Quality, Returns'),
  words: {
    titles: phrases(`
      Customer Service Manager, Customer Service Officer, Complaints Officer, Service Analyst, Team Coordinator
    `),
    folders: phrases('Cases, Scripts, Complaints, Quality'),
    files: phrases(`
      Call script, Case summary, Complaints log, Quality review, Shift roster, Response templates, Satisfaction survey,
      Escalation list, Refund sheet
    `),
    sensitive: phrases(`
      Customer identity documents, Refund bank details, Complaint to regulator, Vulnerable customers list, Call
      recordings index, Compensation authority
    `),
    subjects: phrases(`
      Case escalated, Refund approval, Customer waiting, Complaint response, Roster swap, Call quality results, Template
      change, Queue update, Callback requested
    `),
  },
};

/** The same department, larger or under another name. */
export const adapted = (plan: DepartmentPlan, changes: Partial<DepartmentPlan>): DepartmentPlan => ({ ...plan, ...changes });
