// Somebody sits in a supplier's mailbox and waits for an invoice.
//
// Nobody gets in here. The mail comes from the supplier's own server, passes
// every check, in a conversation that is under way; only the bank account is new,
// and the answer goes to a near copy of the supplier's domain. Those who pay
// answer, change the books, pay: all from their own desks.
// Unseen: no account of the company's is ever anybody else's. All that shows is
// mail, and honest people doing their work on it.
// After: Agari, "Silent Starling: from BEC to VEC" (2019); FBI IC3, I-091124-PSA
// "Business Email Compromise: The $55 Billion Scam" (2024); Abnormal Security's
// reports on vendor email compromise (2023, 2024).

import { days, hours } from '../../src/model/time.ts';
import { asReply, externalMessage, withAttachment, type Message } from '../message.ts';
import type { Rng } from '../random.ts';
import type { Stage } from '../record.ts';
import type { Session } from '../session.ts';
import type { Correspondent } from '../tenant.ts';
import { conclude, openCourse, type Course } from './course.ts';
import { inventAccount, lookAlikeOf, type Sender } from './inventions.ts';
import { hostingExits } from '../network.ts';
import { beginning } from './intrusion.ts';
import { placeOf } from './infrastructure.ts';
import {
  answers,
  asksColleague,
  atTheBooks,
  changesBooks,
  genuineSender,
  invoiceOf,
  letterName,
  knowsPartners,
  letterArrives,
  payerOf,
  paysBills,
  readsLetter,
  type Arrival,
  type Payer,
} from './payments.ts';
import { choose } from './people.ts';
import type { Family, Plan, Programme } from './programme.ts';
import { together } from './steps/together.ts';
import { assent, bankChange, line, nudge } from './words.ts';

export const vendorCompromisePaymentDiversion: Family = {
  id: 'vendor-compromise-payment-diversion',
  kind: 'attack',
  unseen: true,
  says: 'a supplier’s own mailbox, in other hands, announces a new bank account, and the company pays into it',
  sources: [
    'Agari, "Silent Starling: BEC to VEC, the emergence of vendor email compromise" (2019)',
    'FBI IC3, I-091124-PSA "Business Email Compromise: The $55 Billion Scam" (2024)',
    'Abnormal Security, vendor email compromise reports (2023, 2024)',
  ],
  days: 8,
  plan(plan) {
    const clerk = choose(plan, (person) => paysBills(person) && knowsPartners(person)) ?? choose(plan, knowsPartners);
    const rng = plan.rng.fork('course');
    const payer = clerk === undefined ? undefined : payerOf(rng, clerk);
    return payer === undefined ? undefined : tellDiversion(plan, rng, payer);
  },
};

interface Diverted {
  readonly plan: Plan;
  readonly rng: Rng;
  readonly course: Course;
  readonly payer: Payer;
  /** The near copy, to which answers go. */
  readonly copy: Correspondent;
  readonly copySender: Sender;
  readonly patience: number;
}

function tellDiversion(plan: Plan, rng: Rng, payer: Payer): Programme | undefined {
  const patience = rng.lognormal(1.2, 0.8);
  const first = beginning(plan, rng, payer.clerk, Math.ceil(patience * 3) + 5);
  if (first === undefined) return undefined;
  const { copy, copySender } = nearCopy(rng, payer);
  const it: Diverted = { plan, rng, course: openCourse(rng.fork('pace')), payer, copy, copySender, patience };
  it.course.goTo(first.day.from);
  const letter = announces(it);
  const asked = talks(it, letter);
  nudges(it, asked);
  pays(it, asked);
  if (!it.course.steps.some(({ name }) => name === 'payment-confirmed')) return undefined;
  return conclude(plan, vendorCompromisePaymentDiversion, it.course, {
    victims: payer.shared === undefined ? [payer.clerk.id] : [payer.clerk.id, payer.shared.address],
    impact: 'payment-confirmed',
    earliest: 'new-account',
    success: 0.62,
  });
}

function nearCopy(rng: Rng, { supplier }: Payer): Pick<Diverted, 'copy' | 'copySender'> {
  const domain = lookAlikeOf(rng, supplier.partner.domain);
  const server = placeOf(rng, rng.pick(hostingExits));
  const address = `${supplier.address.split('@')[0] ?? 'accounts'}@${domain}`;
  const partner = { ...supplier.partner, domain, server, authenticates: true };
  return {
    copy: { address, displayName: supplier.displayName, partner },
    copySender: { address, displayName: supplier.displayName, server },
  };
}

/** Perhaps a genuine invoice first, which the intruder read on its way out; then, into the same conversation, the change. */
function announces(it: Diverted): Message {
  const { rng, course, payer, copy, patience } = it;
  const sender = genuineSender(payer);
  const invoice = invoiceOf(rng, payer);
  if (rng.chance(0.7)) {
    comes(it, 'genuine-invoice', 'reconnaissance', { message: invoice, sender, text: line(rng, payer.clerk, payer.supplier) });
    course.goTo(course.now() + days(rng.lognormal(patience, 0.6)));
  }
  const { subject, text } = bankChange(rng, payer.clerk, payer.supplier, inventAccount(rng, payer.supplier.partner.name));
  const fresh = externalMessage(rng, payer.supplier, subject);
  const plain = rng.chance(0.75) ? asReply(fresh, invoice) : fresh;
  const message = rng.chance(0.5) ? withAttachment(plain, letterName(rng), rng.int(60_000, 300_000)) : plain;
  comes(it, 'new-account', 'initial-access', { message, sender, text, ...(rng.chance(0.8) ? { replyTo: copy.address } : {}) });
  return message;
}

/** A letter arrives, and is read when the clerk is next at work. */
function comes(it: Diverted, name: string, stage: Stage, arrival: Arrival): void {
  const { payer, course } = it;
  atDesk(it, (session) =>
    course.does(name, stage, together(letterArrives(payer, arrival, 'pass'), readsLetter(payer, session, arrival.message))),
  );
}

/** When the clerk is next at work; nothing when that is not in time. */
function atDesk({ plan, rng, course, payer }: Diverted, does: (session: Session) => void): void {
  const desk = atTheBooks(plan, rng, payer, course.now());
  if (desk === undefined) return;
  course.goTo(desk.at);
  does(desk.session);
}

/** The clerk asks back, and is answered from the near copy; some ask a colleague as well. */
function talks(it: Diverted, letter: Message): Message {
  const { rng, course, payer } = it;
  if (rng.chance(0.35))
    atDesk(it, (session) => course.does('colleague-asked', 'collection', asksColleague(rng, payer, session, letter)));
  const turns = rng.int(1, 3);
  let last = letter;
  for (let turn = 0; turn < turns; turn++) {
    writesBack(it, 'clerk-answers', 'collection', last, line(rng, payer.supplier, payer.clerk));
    course.goTo(course.now() + hours(rng.lognormal(5, 0.9)));
    last = fromCopy(it, 'answered-from-copy', last);
  }
  return last;
}

function writesBack(it: Diverted, name: string, stage: Stage, of: Message, text: string): void {
  const { rng, course, payer, copy } = it;
  atDesk(it, (session) => course.does(name, stage, answers(rng, payer, session, of, copy, text)));
}

function fromCopy(it: Diverted, name: string, of: Message): Message {
  const { rng, payer, copySender } = it;
  const message = asReply(externalMessage(rng, copySender, of.subject), of);
  comes(it, name, 'collection', { message, sender: copySender, text: nudge(rng, payer.clerk, copySender) });
  return message;
}

function nudges(it: Diverted, last: Message): void {
  const { rng, course, patience } = it;
  if (!rng.chance(0.5)) return;
  course.goTo(course.now() + days(rng.lognormal(patience * 0.6, 0.5)));
  fromCopy(it, 'reminder', last);
}

/** The books are changed, and with the next run the money is gone. */
function pays(it: Diverted, last: Message): void {
  const { rng, course, payer, patience } = it;
  atDesk(it, (session) => course.does('books-changed', 'impact', changesBooks(rng, payer, session)));
  course.goTo(course.now() + days(rng.lognormal(patience, 0.5)));
  writesBack(it, 'payment-confirmed', 'impact', last, assent(rng, payer.supplier, payer.clerk));
}
