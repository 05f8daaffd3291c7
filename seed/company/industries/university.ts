// A university: faculties, their students' offices, and laboratories.

import { adapted, executives, finance, hr, it, legal, marketing } from '../departments.ts';
import type { DepartmentPlan, Industry } from '../industry.ts';
import { phrases } from '../phrases.ts';

const faculty = (name: string, share: number, teams: string, files: string, sensitive: string): DepartmentPlan => ({
  kind: 'research',
  name,
  share,
  teams: phrases(teams),
  words: {
    titles: phrases('Dean, Lecturer, Professor, Research Fellow, Doctoral Student, Laboratory Technician, School Administrator'),
    folders: phrases('Teaching, Grants, Papers, Theses, Committees'),
    files: phrases(`
      ${files}, Course outline, Grant application, Manuscript, Marking guide, Thesis chapter, Lecture slides, Reviewer
      comments
    `),
    sensitive: phrases(`${sensitive}, Exam paper, Unpublished results, Misconduct report, Referee report, Grant budget`),
    subjects: phrases(`
      Draft of paper, Exam board, Reading group, Grant deadline, Thesis meeting, Guest lecture, Marking due, Reviewer two,
      Lab booking, Room for tutorial, Conference abstract
    `),
  },
});

export const university: Industry = {
  id: 'university',
  names: {
    first: phrases('Aldermoor, Brightwater, Castlereach, Eastmere, Hollin, Kingsfell, Norwood, Southlea, Thornbury'),
    second: phrases('University, College, Institute of Technology, Polytechnic'),
    apart: true,
  },
  international: false,
  homeDays: 0.4,
  departments: [
    executives,
    adapted(finance, { share: 0.05 }),
    faculty(
      'Science',
      0.16,
      'Physics, Chemistry, Biology, Mathematics, Earth Sciences, Astronomy',
      'Spectra, Field notes, Sample list',
      'Patent draft, Hazardous materials register',
    ),
    faculty(
      'Engineering',
      0.13,
      'Civil, Electrical, Mechanical, Computing, Materials',
      'Test rig drawing, Simulation, Workshop rota',
      'Defence contract, Prototype design',
    ),
    faculty(
      'Medicine and Health',
      0.13,
      'Public Health, Neuroscience, Nursing School, Genetics',
      'Trial protocol, Ethics form, Survey instrument',
      'Participant list, Trial results, Genome data key',
    ),
    faculty(
      'Arts and Social Sciences',
      0.12,
      'History, Languages, Philosophy, Economics, Sociology, Law School',
      'Reading list, Interview transcript, Archive notes',
      'Interviewee names, Exchange agreements',
    ),
    {
      kind: 'service',
      name: 'Student Services',
      share: 0.12,
      teams: phrases('Admissions, Student Desk, Housing, Careers Service, Disability Support, International Office'),
      words: {
        titles: phrases('Student Services Manager, Admissions Officer, Student Adviser, Housing Officer, Counsellor'),
        folders: phrases('Applications, Housing, Support, Events'),
        files: phrases(`
          Application summary, Offer letter, Room allocation, Visa letter, Timetable, Open day plan, Fee reminder, Orientation
          handbook
        `),
        sensitive: phrases('Student records extract, Hardship cases, Support plans, Passport copies, Appeal file, Fee debtors'),
        subjects: phrases(`
          Application query, Room change, Visa question, Offer deadline, Open day helpers, Late enrolment, Fee extension,
          Appeal hearing
        `),
      },
    },
    {
      kind: 'operations',
      name: 'Library and Estates',
      share: 0.09,
      onSite: true,
      teams: phrases('Library, Buildings, Campus Security, Grounds, Catering'),
      words: {
        titles: phrases('Campus Manager, Librarian, Building Officer, Security Officer, Catering Supervisor'),
        folders: phrases('Buildings, Collections, Works, Rosters'),
        files: phrases('Loan list, Floor plan, Work order, Catering menu, Key register, Collection review, Room bookings'),
        sensitive: phrases('Access card register, Camera plan, Rare books valuation, Asbestos register'),
        subjects: phrases('Room booking, Book overdue, Power off on Sunday, Catering order, Lost property, Works in building'),
      },
    },
    adapted(marketing, { name: 'External Relations', share: 0.03 }),
    hr,
    adapted(legal, { share: 0.015 }),
    adapted(it, { name: 'Information Services', share: 0.06 }),
  ],
  projects: phrases(`
    New campus, Timetable 2026, Ranking, Research data, Student app, Ethics review, Library move, Summer school, Accreditation
  `),
  sharedMailboxes: [
    { alias: 'admissions', displayName: 'Admissions', purpose: 'bookings', kind: 'service' },
    { alias: 'exams', displayName: 'Examinations', purpose: 'exams', kind: 'research', titles: ['School Administrator'] },
    {
      alias: 'grants',
      displayName: 'Grants Office',
      purpose: 'grants',
      kind: 'research',
      titles: ['School Administrator', 'Professor'],
    },
  ],
  partners: [
    { kind: 'supplier', second: ['Scientific', 'Instruments', 'Books', 'Publishing', 'Chemicals', 'Journals', 'Laboratories'] },
    { kind: 'customer', second: ['Foundation', 'Institute', 'Academy', 'Observatory', 'Research Council', 'Schools'] },
  ],
  newsletters: phrases('journal-alerts, science-weekly, campus-news, grants-digest, conference-calls, alumni-notes'),
};
