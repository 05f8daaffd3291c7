// What the organisation writes about: its sites, files, mail subjects and rules.

export type Team = 'finance' | 'sales' | 'engineering' | 'operations' | 'hr' | 'legal' | 'it' | 'executives';

export interface TeamProfile {
  readonly department: string;
  /** Share of the head count. */
  readonly share: number;
  readonly titles: readonly [lead: string, ...others: string[]];
  readonly site: string;
  readonly folders: readonly string[];
  readonly files: readonly string[];
  readonly subjects: readonly string[];
}

export const teams: Readonly<Record<Team, TeamProfile>> = {
  finance: {
    department: 'Finance',
    share: 0.16,
    titles: ['Finance Manager', 'Accounts Payable Officer', 'Credit Controller', 'Payroll Officer', 'Management Accountant'],
    site: 'Finance',
    folders: ['Accounts Payable', 'Credit Control', 'Month End', 'Budget'],
    files: [
      'Aged debtors',
      'Supplier statement',
      'Accruals',
      'Cash flow forecast',
      'Payment run',
      'Bank reconciliation',
      'Cost centre review',
    ],
    subjects: [
      'Invoice query',
      'Payment run approval',
      'Statement of account',
      'Accruals for review',
      'Remittance advice',
      'Credit limit request',
    ],
  },
  sales: {
    department: 'Sales',
    share: 0.2,
    titles: ['Head of Sales', 'Account Manager', 'Business Development Manager', 'Sales Coordinator'],
    site: 'Sales',
    folders: ['Proposals', 'Price Lists', 'Customers', 'Tenders'],
    files: [
      'Proposal',
      'Price list',
      'Tender response',
      'Customer pricing',
      'Pipeline review',
      'Margin analysis',
      'Contract draft',
    ],
    subjects: [
      'Quote request',
      'Pricing for renewal',
      'Tender clarification',
      'Site visit next week',
      'Proposal comments',
      'Order confirmation',
    ],
  },
  engineering: {
    department: 'Engineering',
    share: 0.2,
    titles: ['Engineering Manager', 'Structural Engineer', 'Marine Engineer', 'Drafter', 'Project Engineer'],
    site: 'Engineering',
    folders: ['Drawings', 'Calculations', 'Specifications', 'Reviews'],
    files: [
      'Wharf layout',
      'Load calculation',
      'Fender specification',
      'Survey report',
      'Design review minutes',
      'Mooring study',
      'Pile schedule',
    ],
    subjects: ['Drawing for comment', 'RFI response', 'Design review', 'Survey results', 'Spec change', 'Site measurements'],
  },
  operations: {
    department: 'Operations',
    share: 0.17,
    titles: ['Operations Manager', 'Terminal Supervisor', 'Logistics Planner', 'Fleet Coordinator'],
    site: 'Operations',
    folders: ['Rosters', 'Berth Plans', 'Contracts', 'Incident Reports'],
    files: [
      'Berth plan',
      'Shift roster',
      'Contractor rates',
      'Fuel report',
      'Stevedore agreement',
      'Throughput summary',
      'Maintenance plan',
    ],
    subjects: ['Berth window change', 'Roster swap', 'Crane outage', 'Delivery times', 'Contractor induction', 'Weather delay'],
  },
  hr: {
    department: 'People',
    share: 0.07,
    titles: ['Head of People', 'HR Adviser', 'Recruiter'],
    site: 'People',
    folders: ['Policies', 'Recruitment', 'Onboarding'],
    files: ['Leave policy', 'Position description', 'Interview notes', 'Onboarding checklist', 'Salary bands', 'Training plan'],
    subjects: ['Interview times', 'Leave request', 'New starter paperwork', 'Policy update', 'Reference check'],
  },
  legal: {
    department: 'Legal',
    share: 0.05,
    titles: ['General Counsel', 'Legal Counsel', 'Contracts Officer'],
    site: 'Legal',
    folders: ['Contracts', 'Advice', 'Board'],
    files: ['Services agreement', 'Deed of variation', 'Advice note', 'Board paper', 'Lease schedule', 'Settlement terms'],
    subjects: ['Contract for signature', 'Advice requested', 'Lease renewal', 'Board paper comments', 'Insurance certificate'],
  },
  it: {
    department: 'Technology',
    share: 0.08,
    titles: ['IT Manager', 'Systems Administrator', 'Helpdesk Analyst'],
    site: 'Technology',
    folders: ['Runbooks', 'Licences', 'Projects'],
    files: ['Runbook', 'Licence count', 'Network diagram', 'Change request', 'Asset register', 'Migration plan'],
    subjects: ['Ticket update', 'Change window', 'Licence renewal', 'Printer fault', 'Access request', 'Patch schedule'],
  },
  executives: {
    department: 'Executive',
    share: 0.07,
    titles: ['Chief Executive', 'Chief Financial Officer', 'Chief Operating Officer', 'Executive Assistant'],
    site: 'Leadership',
    folders: ['Board Packs', 'Strategy', 'Budget'],
    files: ['Board pack', 'Strategy paper', 'Budget summary', 'Investor update', 'Risk register', 'Quarterly results'],
    subjects: ['Board pack', 'Budget discussion', 'Travel itinerary', 'Investor call', 'Leadership meeting', 'Quarterly review'],
  },
};

/** Files whose theft would hurt, by the team that keeps them. */
export const sensitiveFiles: Readonly<Record<Team, readonly string[]>> = {
  finance: ['Bank account register', 'Payroll summary', 'Payment authority matrix', 'Signatory list'],
  sales: ['Key account pricing', 'Commission plan', 'Margin by customer', 'Bid strategy', 'Customer bank details'],
  engineering: ['Patent application', 'Port security drawings', 'Bid cost build-up', 'Vendor assessment'],
  operations: [
    'Stevedore contract rates',
    'Terminal access codes',
    'Insurance claims',
    'Contractor bank details',
    'Security roster',
  ],
  hr: ['Salary review', 'Disciplinary file', 'Redundancy plan', 'Medical certificates'],
  legal: ['Litigation file', 'Acquisition term sheet', 'Settlement offer', 'Board resolution'],
  it: ['Firewall rules', 'Break glass procedure', 'Service accounts', 'Penetration test findings'],
  executives: ['Acquisition model', 'Executive remuneration', 'Board minutes', 'Capital raise memo'],
};

export const extensions = ['docx', 'xlsx', 'xlsx', 'pdf', 'pptx'] as const;

export const everydaySubjects = [
  'Catch up',
  'Minutes from today',
  'Lunch on Friday',
  'Updated version attached',
  'Quick question',
  'Out of office next week',
  'Weekly update',
  'Safety briefing',
  'Parking changes',
  'Following up',
] as const;

export const newsletterSubjects = [
  'Your weekly shipping digest',
  'Port news this morning',
  'Webinar: planning for peak season',
  'New arrivals in our catalogue',
  'Industry bulletin',
] as const;

/** Correspondents outside; reserved domains, so that none of them can exist. */
export const partnerDomains = [
  'tidewatermarine.example',
  'coralbayfreight.example',
  'southerncranes.example',
  'pilotstation.example',
  'ironbarklegal.example',
  'meridianbank.example',
  'gumtreesupplies.example',
  'blueharbourtugs.example',
] as const;

export const newsletterDomains = ['shipping-digest.test', 'portnews.test', 'catalogue.test', 'bulletin.test'] as const;

/** Folders people keep for running work; the names are the projects'. */
export const projectFolders = ['WIISE', 'Northshore', 'Berth 4', 'Tender 2026', 'Audit', 'Relocation', 'Fleet renewal'] as const;

export interface RuleTemplate {
  readonly name: string;
  readonly folder: string;
  readonly condition: 'From' | 'FromAddressContainsWords' | 'SubjectContainsWords';
  readonly value: string;
  readonly markAsRead: boolean;
}

/** Rules people really make. */
export const honestRules: readonly RuleTemplate[] = [
  {
    name: 'Shipping digest',
    folder: 'Newsletters',
    condition: 'FromAddressContainsWords',
    value: 'shipping-digest.test',
    markAsRead: false,
  },
  { name: 'Port news', folder: 'Newsletters', condition: 'FromAddressContainsWords', value: 'portnews.test', markAsRead: false },
  {
    name: 'Catalogues to read later',
    folder: 'Read later',
    condition: 'FromAddressContainsWords',
    value: 'catalogue.test',
    markAsRead: true,
  },
  { name: 'Meeting minutes', folder: 'Minutes', condition: 'SubjectContainsWords', value: 'minutes', markAsRead: false },
  { name: 'Tickets', folder: 'Tickets', condition: 'SubjectContainsWords', value: 'ticket update', markAsRead: false },
  {
    name: 'Bank notices',
    folder: 'Bank',
    condition: 'FromAddressContainsWords',
    value: 'meridianbank.example',
    markAsRead: false,
  },
  {
    name: 'Tug bookings',
    folder: 'Tugs',
    condition: 'FromAddressContainsWords',
    value: 'blueharbourtugs.example',
    markAsRead: false,
  },
];
