// Messages that are one piece of work go to many people here, from senders nobody knows, and what was found in them is harm.
//
// That many get the same is what newsletters do: one is of a known sender, or calls itself what it is, and convicts nobody.
// The campaign is named, so that what is done goes to all of it.
//
// Blind to: campaigns of fewer than five recipients here, and texts that share nothing.

import { days } from '../../model/time.ts';
import { detection } from '../detection.ts';
import {
  authorText,
  campaignText,
  cameIn,
  concernedBy,
  isAtLeast,
  isCampaign,
  isSo,
  recordsOf,
  verdictText,
} from '../mail-words.ts';

const MANY = 5;
const GRAVE = 50;

export const campaignFromNewSender = detection({
  id: 'campaign-from-new-sender',
  title: 'A campaign of a new sender reaches many',
  stage: 'access',
  tactics: ['initial-access'],
  techniques: ['T1566'],
  severity: 'medium',
  wakesOn: ['mail'],
  guards:
    'Newsletters and known senders; five recipients and more; medium only where the campaign as a whole was convicted, or the message itself would be held.',
  blindTo: 'Campaigns to fewer than five people here, and messages that share neither words nor what they hang on.',

  judge(event, past) {
    const [mail, campaign] = [past.mail(), past.campaign()];
    if (mail === undefined || !isCampaign(campaign) || campaign.kind === 'bulk' || campaign.recipients < MANY) return;
    if (!cameIn(event, mail) || isKnown(mail)) return;
    const isConvicted = campaign.conviction !== undefined;
    if (!isConvicted && (campaign.kind !== 'attack' || mail.verdict.score < GRAVE)) return;
    return {
      key: campaign.id,
      gathersFor: days(7),
      severity: isConvicted || isAtLeast(mail, 'hold') ? 'medium' : 'low',
      surpriseBits: 0,
      says: `${authorText(mail)}, unknown here, sent ${campaignText(campaign)}, ${verdictText(mail)}`,
      about: concernedBy(event, mail, campaign),
      because: recordsOf(event, mail),
    };
  },
});

const isKnown = (mail: Parameters<typeof isSo>[0]): boolean =>
  mail.isOurs || (mail.history.sender?.recipientsAnswered ?? 0) > 0 || isSo(mail, 'thread.is-known');
