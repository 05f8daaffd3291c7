import { campaignFromNewSender } from '../../src/detect/rules/campaign-from-new-sender.ts';
import { examples } from '../support/examples.ts';
import { noon } from '../support/events.ts';
import { campaign, letterOf, recordOf } from '../support/judged-mail.ts';

const lure = letterOf('brand-phish-unproved');
const news = letterOf('newsletter');
const convicted = campaign({ conviction: { at: noon, by: ['m1'], says: 'two of its messages would be held' } });

examples(campaignFromNewSender, {
  'is medium where a convicted campaign reaches many': {
    event: recordOf(lure),
    past: { mail: lure, campaign: convicted },
    finds: {
      severity: 'medium',
      key: 'c1',
      says: /one of 40 messages to 30 recipients that are one campaign/,
      about: [{ label: 'Campaign', key: 'c1' }],
    },
  },
  'stays quiet where it reaches a few': {
    event: recordOf(lure),
    past: { mail: lure, campaign: campaign({ recipients: 4 }) },
    finds: undefined,
  },
  'stays quiet of a newsletter, however many get it': {
    event: recordOf(news),
    past: { mail: news, campaign: campaign({ kind: 'bulk' }) },
    finds: undefined,
  },
  'stays quiet of what one of ours sends to many': {
    event: recordOf(lure, { direction: 'internal' }),
    past: { mail: { ...lure, isOurs: true }, campaign: convicted },
    finds: undefined,
  },
  'stays quiet of a message that is none yet': { event: recordOf(lure), past: { mail: lure }, finds: undefined },
});
