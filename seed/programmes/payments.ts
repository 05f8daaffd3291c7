// A supplier's account changes in the books: how the mail about it comes, how
// those who pay go about it. The same from the inside whether the supplier has
// really changed its bank or somebody sits in the supplier's mailbox.

import { minutes, type Instant } from '../../src/model/time.ts';
import { asReply, externalMessage, internalMessage, withAttachment, type Message } from '../message.ts';
import type { Rng } from '../random.ts';
import type { Session } from '../session.ts';
import { teamOf, type Correspondent, type Person, type SharedMailbox, type Site, type SiteFile } from '../tenant.ts';
import { pickWeighted } from '../weighted.ts';
import { mailProgramOf, nextAtWork, ownSession, worksIn, type AtWork } from './people.ts';
import type { Act, Plan } from './programme.ts';
import { capital, type Sender } from './inventions.ts';
import { opensMessages } from './steps/mail.ts';
import { arrives, sends } from './steps/post.ts';
import { goesThroughFiles, sitesOf, touchesFiles } from './steps/files.ts';
import { line } from './words.ts';

export interface Payer {
  readonly clerk: Person;
  /** The supplier's person they usually write with. */
  readonly supplier: Correspondent;
  /** Where invoices arrive: a shared mailbox, or the clerk's own. */
  readonly shared: SharedMailbox | undefined;
}

/** Somebody who pays bills, and a supplier of theirs. */
export function payerOf(rng: Rng, clerk: Person): Payer | undefined {
  const { correspondents, shared } = clerk.circle;
  const billing = correspondents.items.filter(({ partner }) => partner.kind === 'supplier' || partner.kind === 'adviser');
  const supplier = billing.length > 0 ? rng.pick(billing) : pickWeighted(rng, correspondents);
  const bills = shared.filter(({ purpose, alias }) => /pay|account|invoice|remit/i.test(`${purpose} ${alias}`));
  return supplier === undefined
    ? undefined
    : { clerk, supplier, shared: bills.length > 0 && rng.chance(0.5) ? rng.pick(bills) : undefined };
}

export const paysBills = worksIn('finance');

export const knowsPartners = ({ circle }: Person): boolean => circle.correspondents.items.length > 0;

const inboxOf = ({ clerk, shared }: Payer) => shared ?? clerk.mailbox;

/** From the supplier's own server, as every mail of theirs. */
export const genuineSender = ({ supplier }: Payer): Sender => ({
  address: supplier.address,
  displayName: supplier.displayName,
  server: supplier.partner.server,
});

export interface Arrival {
  readonly message: Message;
  readonly sender: Sender;
  readonly text: string;
  readonly replyTo?: string;
}

export function letterArrives(payer: Payer, { message, sender, text, replyTo }: Arrival, passes: 'pass' | 'none'): Act {
  return arrives(message, sender, [inboxOf(payer)], passes, { text, ...(replyTo === undefined ? {} : { replyTo }) });
}

/** What the announcement is called when it is attached. */
export const letterName = (rng: Rng): string =>
  `${rng.pick(['Bank letter', 'New account details', 'Remittance form', 'Announcement', 'Account details', 'Bank confirmation', 'Letter', 'Supplier form'])}.pdf`;

/** The invoice it is about, some days before, as any other. */
export function invoiceOf(rng: Rng, { supplier }: Payer): Message {
  const number = rng.int(1_000, 99_999);
  const message = externalMessage(
    rng,
    supplier,
    rng.pick([`Invoice ${number}`, `Statement ${number}`, `${capital(supplier.partner.name)} invoice ${number}`]),
  );
  return withAttachment(message, `${rng.pick(['Invoice', 'INV', 'Statement'])} ${number}.pdf`, rng.int(40_000, 400_000));
}

export interface AtTheBooks extends AtWork {
  readonly session: Session;
}

/** When the clerk next gets round to it; undefined when that is not in time. */
export function atTheBooks(plan: Plan, rng: Rng, { clerk }: Payer, notBefore: Instant): AtTheBooks | undefined {
  const found = nextAtWork(plan, rng, clerk, notBefore);
  return found === undefined ? undefined : { ...found, session: ownSession(plan.scene, clerk, found.day) };
}

export const readsLetter = (payer: Payer, session: Session, message: Message): Act =>
  opensMessages(session, inboxOf(payer), '\\Inbox', [message], mailProgramOf(payer.clerk));

/** A short answer to whoever the answer goes to. */
export function answers(rng: Rng, payer: Payer, session: Session, of: Message, to: Correspondent, text: string): Act {
  const from = payer.shared ?? payer.clerk;
  const message = asReply(internalMessage(rng, from, of.subject), of);
  const as = payer.shared === undefined ? {} : { as: payer.shared };
  return sends(session, { message, to: [to], rest: { text }, client: mailProgramOf(payer.clerk), ...as });
}

/** The list of suppliers, or what comes nearest to one. */
function ledger(rng: Rng, { clerk }: Payer): { site: Site; file: SiteFile } {
  const [site] = sitesOf(clerk);
  const listed = site.files.filter(({ name }) => /suppl|vendor|creditor|bank|account|payment/i.test(name));
  return { site, file: rng.pick(listed.length > 0 ? listed : site.files) };
}

/** Looked up, and changed a few minutes later. */
export function changesBooks(rng: Rng, payer: Payer, session: Session): Act {
  const { site, file } = ledger(rng, payer);
  return (world, at, dice) => [
    ...goesThroughFiles(session, site, [file])(world, at, dice.fork('look')),
    ...touchesFiles(session, site, [file], 'FileModified', 40)(world, at + minutes(3), dice.fork('change')),
  ];
}

/** A second pair of eyes: whoever leads the clerk, or a colleague. */
export function asksColleague(rng: Rng, { clerk }: Payer, session: Session, about: Message): Act {
  const other = pickWeighted(rng, clerk.circle.colleagues) ?? clerk.manager ?? clerk;
  const approver =
    clerk.manager !== undefined && teamOf(clerk.manager).department === teamOf(clerk).department ? clerk.manager : other;
  const message = asReply(internalMessage(rng, clerk, about.subject), about);
  return sends(session, {
    message,
    to: [approver.mailbox],
    rest: { text: line(rng, approver, clerk) },
    client: mailProgramOf(clerk),
  });
}
