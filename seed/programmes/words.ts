// What mails say: lures, requests, notices. Put together from parts, so that
// hardly two are alike; honest partners and colleagues in the look-alikes use
// the same parts where they have the same things to say.

import type { Rng } from '../random.ts';
import { teamOf, type Person } from '../tenant.ts';
import type { BankAccount } from './inventions.ts';

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

const firstName = ({ displayName }: { readonly displayName: string }): string => displayName.split(' ')[0] ?? displayName;

const hello = (rng: Rng, to: { readonly displayName: string }): string =>
  rng.pick([
    `Hi ${firstName(to)},`,
    `Hello ${firstName(to)},`,
    `Dear ${firstName(to)},`,
    `${firstName(to)},`,
    'Hi,',
    'Good morning,',
    'Hello,',
  ]);

const bye = (rng: Rng, from: { readonly displayName: string }): string =>
  `${rng.pick(['Kind regards,', 'Regards,', 'Thanks,', 'Many thanks,', 'Best,', 'Best regards,', 'Cheers,'])}\n${from.displayName}`;

type Who = { readonly displayName: string };

const letter = (rng: Rng, to: Who, from: Who, subject: string, lines: readonly string[]): Letter => ({
  subject,
  text: [hello(rng, to), '', ...lines.filter((line) => line !== ''), '', bye(rng, from)].join('\n'),
});

export type Theme = 'document' | 'voicemail' | 'password' | 'signature' | 'quarantine' | 'policy' | 'invoice' | 'meeting' | 'app';
export const themes: readonly Theme[] = [
  'document',
  'document',
  'voicemail',
  'password',
  'signature',
  'quarantine',
  'policy',
  'invoice',
];

interface Parts {
  readonly subjects: readonly ((thing: string, rng: Rng) => string)[];
  readonly lines: readonly ((thing: string, rng: Rng) => string)[];
  readonly asks: readonly string[];
}

const parts: Readonly<Record<Theme, Parts>> = {
  document: {
    subjects: [
      (it) => it,
      (it) => `${it} shared with you`,
      (it) => `Updated: ${it}`,
      (it) => `${it} for your comments`,
      (it) => `FW: ${it}`,
    ],
    lines: [
      (it) => `I have put ${it} where you can see it.`,
      (it) => `Please find ${it} at the link below.`,
      (it) => `Here is ${it} as discussed; the file was too large to attach.`,
      (it) => `A copy of ${it} is waiting for you.`,
    ],
    asks: [
      'Have a look when you get a minute.',
      'Could you go over it before tomorrow?',
      'Let me know if anything is missing.',
      'It opens with your work account.',
    ],
  },
  voicemail: {
    subjects: [
      (_, rng) => `Voice message (${rng.int(0, 2)}:${rng.int(10, 59)})`,
      (_, rng) => `Missed call from ${rng.int(200, 999)} ${rng.int(1000, 9999)}`,
      () => 'New message in your voice mailbox',
    ],
    lines: [
      (_, rng) => `A caller left a message of ${rng.int(12, 118)} seconds.`,
      () => 'You missed a call and the caller left a message.',
    ],
    asks: ['Listen to it here.', 'The recording is kept for three days.', 'Play the message in your browser.'],
  },
  password: {
    subjects: [
      () => 'Your password expires soon',
      (_, rng) => `Password expires in ${rng.int(1, 5)} days`,
      () => 'Keep your current password',
      () => 'Sign-in settings to confirm',
    ],
    lines: [
      () => 'The password of your account is about to expire.',
      () => 'As part of routine maintenance every account has to be confirmed.',
    ],
    asks: [
      'You can keep it by confirming your account.',
      'Confirm today so that mail is not held back.',
      'It takes less than a minute.',
    ],
  },
  signature: {
    subjects: [(it) => `Signature needed: ${it}`, (it) => `${it} is ready to sign`, (it) => `Reminder: please sign ${it}`],
    lines: [
      (it) => `${it} has been signed by the other parties and waits for you.`,
      (it) => `Your signature is needed on ${it}.`,
    ],
    asks: ['Review and sign online.', 'The link works until the end of the week.', 'No printing needed.'],
  },
  quarantine: {
    subjects: [
      (_, rng) => `${rng.int(2, 9)} messages held for you`,
      () => 'Messages waiting for release',
      () => 'Undelivered mail report',
    ],
    lines: [
      (_, rng) => `${rng.int(2, 9)} messages addressed to you could not be delivered.`,
      () => 'Some of your mail is held by the filter.',
    ],
    asks: ['Release or delete them here.', 'They are deleted after five days.', 'See the list and decide.'],
  },
  policy: {
    subjects: [
      (it) => `${it}: please acknowledge`,
      () => 'Updated leave policy',
      () => 'Changes to benefits next year',
      () => 'Your pay review',
      () => 'Staff handbook, new edition',
    ],
    lines: [
      () => 'The attached policy applies from next month.',
      () => 'There are changes that concern your pay and leave.',
      () => 'Everybody is asked to read and acknowledge the new edition.',
    ],
    asks: ['Please acknowledge by Friday.', 'Sign in to see the part that is about you.', 'It only takes a moment.'],
  },
  invoice: {
    subjects: [
      (_, rng) => `Invoice ${rng.int(10_000, 99_999)}`,
      (_, rng) => `Statement ${rng.int(100, 999)} overdue`,
      (_, rng) => `Remittance ${rng.int(10_000, 99_999)}`,
      (_, rng) => `PO ${rng.int(4_000, 9_999)} query`,
    ],
    lines: [
      () => 'Our records show an open amount; the statement is linked below.',
      () => 'Please see the remittance for the last two invoices.',
      () => 'The invoice you asked for can be downloaded below.',
    ],
    asks: ['Could you confirm the payment date?', 'Please check and come back to us.', 'Let me know if it does not open.'],
  },
  meeting: {
    subjects: [
      (it) => `Invitation: ${it}`,
      () => 'Call this week',
      (it) => `${it}: meeting details`,
      () => 'Joining instructions',
    ],
    lines: [
      (it) => `Looking forward to our talk about ${it}.`,
      () => 'We have moved the meeting to another room, so you need to join again.',
      () => 'You are invited to a meeting in our organisation.',
    ],
    asks: [
      'Go to the address below and enter the meeting code {code} to join.',
      'To be let in, enter {code} on the page below and sign in as usual.',
      'Use access code {code}; it is good for a quarter of an hour.',
    ],
  },
  app: {
    subjects: [
      () => 'Try this with your mailbox',
      (it) => `${it}: add it to your account`,
      () => 'A better way to plan meetings',
      () => 'Action needed to keep your calendar in step',
    ],
    lines: [
      (it) => `The team now uses ${it}; you are on the list of people to be added.`,
      (it) => `${it} keeps your mail and calendar together.`,
      (it) => `To go on receiving documents, connect ${it}.`,
    ],
    asks: [
      'Accept what it asks for and you are done.',
      'Setting it up takes one click.',
      'Please connect it by the end of the week.',
    ],
  },
};

/** A mail that wants a link followed; `thing` is what it is about. */
export function lure(rng: Rng, theme: Theme, to: Person, from: Who, thing = somethingOf(rng, to)): Letter {
  const { subjects, lines, asks } = parts[theme];
  const code = rng
    .base64(9)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, 'K');
  const said = [rng.pick(lines)(thing, rng), ...rng.some(asks, rng.int(1, 2))].map((line) => line.replace('{code}', code));
  return letter(rng, to, from, rng.pick(subjects)(thing, rng), said);
}

/** Something this person works on. */
export function somethingOf(rng: Rng, person: Person): string {
  const { files, subjects } = teamOf(person).department.words;
  return rng.chance(0.6) ? rng.pick(files) : rng.pick(subjects);
}

/** New bank details, from whoever says they have them. */
export function bankChange(rng: Rng, to: Who, from: Who, account: BankAccount): Letter {
  const number = rng.int(1000, 99999);
  const subject = rng.pick([
    `Invoice ${number}`,
    'Change of bank details',
    `Updated remittance details`,
    `Payment of invoice ${number}`,
    'New account for payments',
    `Statement ${number}`,
  ]);
  const why = rng.pick([
    'We have changed our bank.',
    'Our account is being audited and cannot take payments at the moment.',
    'Following a reorganisation our payments are now handled centrally.',
    'Please note that our banking details have changed with effect from this month.',
    'Our finance team has moved to a new bank.',
  ]);
  const what = rng.pick([
    `Please use ${account.bank}, account ${account.number}, in the name of ${account.name} from now on.`,
    `New details: ${account.name}, ${account.bank}, ${account.number}.`,
    `The account to pay into is ${account.number} with ${account.bank} (${account.name}).`,
  ]);
  const ask = rng.pick([
    'Kindly confirm once your records are updated.',
    'Could you let me know which payment run it will be in?',
    'Please update the supplier record before the next payment.',
    'A letter on headed paper is attached.',
    'Give me a call if you want to check.',
  ]);
  return letter(rng, to, from, subject, [why, what, ask]);
}

/** Where is the money, please? */
export function nudge(rng: Rng, to: Who, from: Who): string {
  return letter(rng, to, from, '', [
    rng.pick([
      'Any news on this?',
      'Could you confirm this has been actioned?',
      'Just following up on the below.',
      'We still have this as open.',
    ]),
    rng.pick(['', 'It would help us to have it this week.', 'I am out of the office tomorrow, so a short line would be great.']),
  ]).text;
}

export function assent(rng: Rng, to: Who, from: Who): string {
  return letter(rng, to, from, '', [
    rng.pick([
      'Thanks, I have updated our records.',
      'Noted, this will be in the next run.',
      'Done. The payment goes out on Thursday.',
      'Thank you, changed as asked.',
    ]),
    rng.pick(['', 'Remittance to follow.', 'Please confirm when it arrives.']),
  ]).text;
}

/** A person wants their pay sent elsewhere. */
export function payChange(rng: Rng, to: Who, from: Who, account: BankAccount): Letter {
  const subject = rng.pick([
    'Change of bank account',
    'Payroll details',
    'Direct deposit',
    'Salary account',
    'Question about my pay',
  ]);
  return letter(rng, to, from, subject, [
    rng.pick([
      'I have changed banks and would like my pay to go to the new account.',
      'Could you update my account for the next pay run?',
    ]),
    `${account.bank}, ${account.number}.`,
    rng.pick(['Will it still make this month?', 'Do you need a form for it?', '']),
  ]);
}

/** One colleague to another, about a link. */
export function pointsTo(rng: Rng, to: Who, from: Who, thing: string): Letter {
  const subject = rng.pick([thing, `RE: ${thing}`, `${thing} (updated)`, `For review: ${thing}`, `FW: ${thing}`]);
  return letter(rng, to, from, subject, [
    rng.pick([
      `Can you check ${thing} before I send it out?`,
      `${thing} as promised.`,
      `Please see ${thing}, the new version is in there.`,
      'Sharing this with you as well.',
    ]),
    rng.pick(['You may have to sign in again.', 'Thanks in advance!', 'Let me know what you think.', '']),
  ]);
}

/** Something ordinary between colleagues or partners, without any wish. */
export function line(rng: Rng, to: Who, from: Who): string {
  return letter(rng, to, from, '', [
    rng.pick([
      'Thanks for this.',
      'Will do.',
      'Let us talk about it tomorrow.',
      'Fine by me.',
      'Please go ahead.',
      'I have asked and will come back to you.',
    ]),
  ]).text;
}
