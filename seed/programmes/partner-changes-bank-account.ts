// A supplier really has another bank.
//
// The letter comes from the supplier's own server, perhaps with a new person or,
// after a merger, a new domain; the clerk asks back, looks at the list, asks a
// colleague, changes the books. Money goes where it should.
// Unseen: the honest twin of a kind that is unseen itself; nothing about mail on
// money was ever fitted on either.
// After: UK Finance and FBI advice on verifying changed payee details, which
// describes what honest changes look like.

import { days, hours } from '../../src/model/time.ts';
import { asReply, externalMessage, withAttachment, type Message } from '../message.ts';
import type { Rng } from '../random.ts';
import type { Correspondent } from '../tenant.ts';
import { openCourse, programme, type Course } from './course.ts';
import { inventAccount, inventDomain, inventSender, lookAlikeOf, type Sender } from './inventions.ts';
import { beginning } from './intrusion.ts';
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
import type { Session } from '../session.ts';
import { together } from './steps/together.ts';
import { assent, bankChange, line, nudge } from './words.ts';

export const partnerChangesBankAccount: Family = {
  id: 'partner-changes-bank-account',
  kind: 'look-alike',
  unseen: true,
  says: 'a supplier announces its new bank account, and it is true',
  sources: [
    'FBI IC3, I-091124-PSA, advice on verifying payment changes (2024)',
    'UK Finance, "Take Five: invoice and mandate scams"',
  ],
  days: 5,
  plan(plan) {
    const rng = plan.rng.fork('course');
    const clerk = choose(plan, (person) => paysBills(person) && knowsPartners(person)) ?? choose(plan, knowsPartners);
    const payer = clerk === undefined ? undefined : payerOf(rng, clerk);
    const first = payer === undefined ? undefined : beginning(plan, rng, payer.clerk, 5);
    return payer === undefined || first === undefined
      ? undefined
      : tellChange({ plan, rng, course: openCourse(rng.fork('pace')), payer }, first.day.from);
  },
};

interface Change {
  readonly plan: Plan;
  readonly rng: Rng;
  readonly course: Course;
  readonly payer: Payer;
}

function tellChange(it: Change, morning: number): Programme {
  const { plan, rng, course, payer } = it;
  course.goTo(morning);
  const { message, writer } = announces(it);
  const end = talks(it, message, writer);
  atDesk(it, (session) => course.does('books-changed', 'impact', changesBooks(rng, payer, session)));
  course.goTo(course.now() + days(rng.lognormal(1, 0.6)));
  atDesk(it, (session) =>
    course.does(
      'payment-confirmed',
      'impact',
      answers(rng, payer, session, end, writer, assent(rng, payer.supplier, payer.clerk)),
    ),
  );
  return programme(plan, partnerChangesBankAccount, course.steps, {
    victims: payer.shared === undefined ? [payer.clerk.id] : [payer.clerk.id, payer.shared.address],
    ending: 'benign',
  });
}

/** From the one they know, or from somebody new there; under the old domain or, after a merger, another. */
function announces(it: Change): { message: Message; writer: Correspondent } {
  const { rng, payer } = it;
  const { supplier } = payer;
  const writer = rng.chance(0.6) ? supplier : newThere(it);
  const { subject, text } = bankChange(rng, payer.clerk, writer, inventAccount(rng, supplier.partner.name));
  const fresh = externalMessage(rng, writer, subject);
  const plain = rng.chance(0.4) ? asReply(fresh, invoiceOf(rng, payer)) : fresh;
  const message = rng.chance(0.6) ? withAttachment(plain, letterName(rng), rng.int(60_000, 300_000)) : plain;
  const central = rng.chance(0.3) ? { replyTo: `accounts@${writer.partner.domain}` } : {};
  comes(it, 'new-account', { message, sender: senderOf(payer, writer), text, ...central });
  return { message, writer };
}

function newThere({ plan, rng, payer }: Change): Correspondent {
  const { partner } = payer.supplier;
  const merged = rng.chance(0.4);
  const domain = merged
    ? rng.chance(0.5)
      ? lookAlikeOf(rng, partner.domain)
      : inventDomain(rng, plan.scene.tenant)
    : partner.domain;
  const { address, displayName } = inventSender(rng, domain, partner.server);
  return { address, displayName, partner: { ...partner, domain } };
}

const senderOf = (payer: Payer, { address, displayName }: Correspondent): Sender => ({
  ...genuineSender(payer),
  address,
  displayName,
});

/** Back and forth as long as it takes. */
function talks(it: Change, letter: Message, writer: Correspondent): Message {
  const { rng, course, payer } = it;
  if (rng.chance(0.5))
    atDesk(it, (session) => course.does('colleague-asked', 'collection', asksColleague(rng, payer, session, letter)));
  const turns = rng.int(0, 2);
  let last = letter;
  for (let turn = 0; turn < turns; turn++) {
    const of = last;
    atDesk(it, (session) =>
      course.does(
        'clerk-answers',
        'collection',
        answers(rng, payer, session, of, writer, line(rng, payer.supplier, payer.clerk)),
      ),
    );
    course.goTo(course.now() + hours(rng.lognormal(6, 0.9)));
    last = asReply(externalMessage(rng, writer, of.subject), of);
    comes(it, 'partner-answers', { message: last, sender: senderOf(payer, writer), text: nudge(rng, payer.clerk, writer) });
  }
  return last;
}

function comes(it: Change, name: string, arrival: Arrival): void {
  const { course, payer } = it;
  const passes = payer.supplier.partner.authenticates ? 'pass' : 'none';
  atDesk(it, (session) =>
    course.does(
      name,
      'initial-access',
      together(letterArrives(payer, arrival, passes), readsLetter(payer, session, arrival.message)),
    ),
  );
}

function atDesk({ plan, rng, course, payer }: Change, does: (session: Session) => void): void {
  const desk = atTheBooks(plan, rng, payer, course.now());
  if (desk === undefined) return;
  course.goTo(desk.at);
  does(desk.session);
}
