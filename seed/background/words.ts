// What everybody writes about, whatever the company does; each department's own
// words stand in the company.

import type { Rng } from '../random.ts';
import { teamOf, type Person } from '../tenant.ts';

const everydaySubjects = [
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
  'Notes from the call',
  'Can you have a look?',
  'Timesheets',
  'Agenda for Monday',
  'Thank you',
] as const;

export const newsletterSubjects = [
  'Your weekly digest',
  'Industry news this morning',
  'Webinar: planning for the season',
  'New arrivals in our catalogue',
  'Industry bulletin',
  'Last chance to register',
  'Five things we learnt this month',
] as const;

export const companySubjects = [
  'Update from the leadership team',
  'Change to the car park',
  'Please complete your annual training',
  'System maintenance this weekend',
  'Welcome to our new colleagues',
  'Open enrolment closes on Friday',
  'Results for the quarter',
] as const;

export const campaignSubjects = [
  'What is new this season',
  'An offer for our customers',
  'You are invited',
  'Our spring catalogue',
] as const;

export const unwantedSubjects = [
  'Re-order your printer supplies',
  'Your website could rank higher',
  'Loan offers compared',
  'Watches at half price',
  'Your parcel is waiting',
  'Invoice overdue',
  'Mailbox almost full',
] as const;

/** Mostly of one's own department. */
export function subjectFor(rng: Rng, person: Person): string {
  const subject = rng.pick<string>(rng.chance(0.65) ? teamOf(person).department.words.subjects : everydaySubjects);
  return rng.chance(0.3) ? `${subject} ${rng.pick(['- week', 'no.', '#'])} ${rng.int(1, 52)}` : subject;
}

const openings = ['Hi all,', 'Hello,', 'Good morning,', 'Hi,', 'Dear colleagues,'] as const;
const middles = [
  'Please find the latest version attached.',
  'As discussed this morning, here is where we are.',
  'Could you have a look at this before Thursday?',
  'I have added my comments below.',
  'This should answer the question from last week.',
  'The numbers have changed slightly since we spoke.',
  'We are waiting for one more reply before we go on.',
  'Let me know if this works for you.',
  'The supplier confirmed the dates yesterday.',
  'I have moved our meeting by half an hour.',
  'Please approve when you get the chance.',
  'The payment went out with the last run.',
  'I will be out on Friday, Sam covers for me.',
  'There is nothing urgent in here.',
] as const;
const endings = ['Kind regards', 'Thanks', 'Best', 'Cheers', 'Many thanks'] as const;

/** A few plain sentences, signed. */
export function textBy(rng: Rng, displayName: string): string {
  const body = Array.from({ length: rng.int(1, 3) }, () => rng.pick(middles)).join(' ');
  return `${rng.pick(openings)}\n\n${body}\n\n${rng.pick(endings)}\n${displayName}\n`;
}

const words = ['budget', 'invoice', 'roster', 'contract', 'minutes', 'holiday', 'draft', 'report', 'policy', 'quote'] as const;

/** What people look for. */
export const searched = (rng: Rng, person: Person): string =>
  rng.chance(0.5) ? rng.pick<string>(words) : rng.pick(teamOf(person).department.words.files).toLowerCase();
