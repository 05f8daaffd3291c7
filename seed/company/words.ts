// What everybody writes about and keeps, in whatever business.

import type { DepartmentWords } from '../tenant.ts';

/** Of the intranet. */
export const companyWords: DepartmentWords = {
  titles: ['Everybody'],
  folders: ['Policies', 'Forms', 'News', 'Templates', 'Health and Safety'],
  files: [
    'Travel policy',
    'Expense form',
    'Staff handbook',
    'Organisation chart',
    'Letter template',
    'Slide template',
    'Emergency procedure',
    'Parking map',
    'Town hall recording notes',
    'Holiday calendar',
    'IT acceptable use',
  ],
  sensitive: ['Emergency contact list'],
  subjects: ['Town hall on Thursday', 'New parking rules', 'Fire drill', 'Welcome to our new starters'],
};

/** Of a project's own site. */
export const projectWords: DepartmentWords = {
  titles: ['Project Manager'],
  folders: ['Plan', 'Minutes', 'Deliverables', 'Budget'],
  files: [
    'Project plan',
    'Minutes',
    'Status report',
    'Risk log',
    'Requirements',
    'Test results',
    'Stakeholder map',
    'Decision paper',
    'Lessons learned',
    'Work breakdown',
  ],
  sensitive: ['Business case', 'Cost estimate', 'Vendor evaluation', 'Contract negotiation notes'],
  subjects: ['Status report', 'Minutes and actions', 'Risk log update', 'Steering committee', 'Milestone moved'],
};
