import { describe, expect, it } from 'vitest';
import { securityNoticeDeleted } from '../../src/detect/rules/security-notice-deleted.ts';
import { hours, minutes } from '../../src/model/time.ts';
import type { MailItem } from '../../src/model/event.ts';
import {
  abroad,
  adminChange,
  ana,
  bo,
  consent,
  mailboxRule,
  mailItem,
  methodChange,
  noon,
  service,
  signIn,
} from '../support/events.ts';
import { examples, never, past } from '../support/examples.ts';

const germany = { country: { DE: never } };
const notice = 'Your Microsoft account security info was added';
const trashed = (given: Partial<MailItem> = {}): MailItem => mailItem({ deed: 'trashed', subjects: [notice], ...given });
const ago = (minute: number) => ({ at: noon - minutes(minute) });

examples(securityNoticeDeleted, {
  'is high when it follows a change made from where nobody is': {
    event: trashed({ id: 'd', ...abroad }),
    past: { rare: germany, events: [methodChange({ id: 'm', ...service, ...ago(6) })] },
    finds: {
      severity: 'high',
      because: ['m', 'd'],
      says: /^deleted the notice “Your Microsoft account security info was added” 6 minutes after the security information had changed, from Germany/,
      about: [
        { label: 'User', key: ana },
        { label: 'Mailbox', key: ana },
      ],
    },
  },
  'stays quiet when nothing happened that it could be about': {
    event: trashed({ ...abroad }),
    past: { rare: germany },
    finds: undefined,
  },
  'stays quiet when that was hours ago': {
    event: trashed({ ...abroad }),
    past: { rare: germany, events: [methodChange(ago(90))] },
    finds: undefined,
  },
  'stays quiet when the subject is another': {
    event: trashed({ ...abroad, subjects: ['Lunch on Friday'] }),
    past: { rare: germany, events: [methodChange(ago(6))] },
    finds: undefined,
  },
  'stays quiet when the notice is about another thing': {
    event: trashed({ subjects: ['Your password was changed'] }),
    past: { events: [mailboxRule(ago(6))] },
    finds: undefined,
  },
  'is informational when the owner throws away the notice of their own change': {
    event: trashed(),
    past: { events: [methodChange(ago(6))] },
    finds: { severity: 'informational' },
  },
  'is low when they delete it for good at once': {
    event: trashed({ deed: 'hardDeleted' }),
    past: { events: [methodChange(ago(6))] },
    finds: { severity: 'low', says: /^deleted for good the notice/ },
  },
  'is medium when somebody else deletes it in the owner’s mailbox': {
    event: trashed({ mailbox: bo }),
    past: {
      rare: { mailbox: { [bo]: { bits: 9, own: 1, total: 80, peers: 3, peersWith: 0, people: 9, peopleWith: 1 } } },
      events: [methodChange({ target: bo, ...ago(20) })],
    },
    finds: { severity: 'medium' },
  },
  'counts a move to the bin': {
    event: trashed({ deed: 'moved', movesTo: '\\Deleted Items', ...abroad }),
    past: { rare: germany, events: [methodChange(ago(6))] },
    finds: { severity: 'high' },
  },
  'stays quiet when it is moved elsewhere': {
    event: trashed({ deed: 'moved', movesTo: '\\Archive', ...abroad }),
    past: { rare: germany, events: [methodChange(ago(6))] },
    finds: undefined,
  },
  'is high when the notice of a strange sign-in goes': {
    event: trashed({ subjects: ['New sign-in to your account'], ...service }),
    past: { rare: germany, events: [signIn({ id: 's', ...abroad, ...ago(10) })] },
    finds: { severity: 'high' },
  },
  'stays quiet when the sign-in was an ordinary one': {
    event: trashed({ subjects: ['New sign-in to your account'] }),
    past: { events: [signIn(ago(10))] },
    finds: undefined,
  },
  'stays quiet when an administrator changed it for somebody else': {
    event: trashed(),
    past: { events: [methodChange({ target: bo, ...ago(6) })] },
    finds: undefined,
  },
  'sees a password reset by somebody else': {
    event: trashed({ subjects: ['Your password was reset'], deed: 'softDeleted' }),
    past: { events: [adminChange({ actor: bo, operation: 'Reset user password', target: ana, ...ago(4) })] },
    finds: { severity: 'low', says: /after the password had changed$/ },
  },
  'sees a consent': {
    event: trashed({ subjects: ['New app(s) have access to your data'] }),
    past: { events: [consent(ago(4))] },
    finds: { severity: 'informational' },
  },
  'stays quiet when a service tidies up': {
    event: trashed({ actorKind: 'service' }),
    past: { events: [methodChange(ago(6))] },
    finds: undefined,
  },
  'stays quiet long after': { event: trashed(), past: { events: [methodChange({ at: noon - hours(30) })] }, finds: undefined },
});

describe('subjects of notices', () => {
  it.each([
    'Microsoft account security info verification',
    'S\u200Bec\u200Burity in\u200Bfo was updated',
    'Ihre Sicherheitsinformationen wurden geändert',
    'Informations de sécurité de votre compte',
    'Se ha cambiado la información de seguridad',
    'セキュリティ情報が追加されました',
    'Multi-factor authentication has been set up',
  ])('%s is one about methods', (subject) => {
    const event = trashed({ subjects: [subject] });
    expect(securityNoticeDeleted.judge(event, past({ events: [methodChange(ago(6))] }, event))).toBeDefined();
  });

  it.each(['Minutes of the meeting', 'Factor prices for March', 'Info for authors', ''])('%s is none', (subject) => {
    const event = trashed({ subjects: [subject] });
    expect(securityNoticeDeleted.judge(event, past({ events: [methodChange(ago(6))] }, event))).toBeUndefined();
  });
});
