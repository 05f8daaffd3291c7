import { illicitConsentMailboxOffline } from '../../src/detect/rules/illicit-consent-mailbox-offline.ts';
import { days, hours } from '../../src/model/time.ts';
import type { Consent } from '../../src/model/event.ts';
import { abroad, ana, bo, consent, noon, service, signIn } from '../support/events.ts';
import { daily, examples, never } from '../support/examples.ts';

const app = '5c1f0a52-7a94-4c36-9a3c-0d2f6f1f9a11';
const lonely = { bits: 8, own: 0, total: 50, peers: 10, peersWith: 0, people: 40, peopleWith: 0 };
const rare = { app: { [app]: lonely } };
const grab = (given: Partial<Consent> = {}): Consent =>
  consent({ app, appName: 'Mail Helper', scopes: ['Mail.Read', 'Mail.Send', 'User.Read', 'offline_access'], ...given });

examples(illicitConsentMailboxOffline, {
  'is medium when an unknown application may read and send for good': {
    event: grab({ id: 'c' }),
    past: { rare },
    finds: {
      severity: 'medium',
      because: ['c'],
      says: 'gave the application “Mail Helper” lasting access to their mail (“Mail.Read” and “Mail.Send”)',
      about: [
        { label: 'User', key: ana },
        { label: 'App', key: app },
      ],
    },
  },
  'is low when it may only read': {
    event: grab({ scopes: ['Mail.Read', 'offline_access'] }),
    past: { rare },
    finds: { severity: 'low' },
  },
  'stays quiet without lasting access': { event: grab({ scopes: ['Mail.Read', 'Mail.Send'] }), past: { rare }, finds: undefined },
  'stays quiet without mail': {
    event: grab({ scopes: ['User.Read', 'Calendars.Read', 'offline_access'] }),
    past: { rare },
    finds: undefined,
  },
  'does not take Mail.ReadBasic for Mail.Read': {
    event: grab({ scopes: ['Mail.ReadBasic', 'offline_access'] }),
    past: { rare },
    finds: undefined,
  },
  'reads scopes in any letter case': {
    event: grab({ scopes: ['EWS.accessasuser.all', 'OFFLINE_ACCESS'] }),
    past: { rare },
    finds: { severity: 'medium' },
  },
  'stays quiet when an administrator consents for everybody': {
    event: grab({ breadth: 'everyone' }),
    past: { rare },
    finds: undefined,
  },
  'stays quiet when a service consents': { event: grab({ actorKind: 'service' }), past: { rare }, finds: undefined },
  'stays quiet when it failed': { event: grab({ outcome: 'failure' }), past: { rare }, finds: undefined },
  'stays quiet when others sign in to it every day': {
    event: grab(),
    past: { rare: { app: { [app]: daily } } },
    finds: undefined,
  },
  'stays quiet when it was approved for everybody': {
    event: grab(),
    past: { rare, events: [grab({ actor: bo, breadth: 'everyone', at: noon - days(3) })] },
    finds: undefined,
  },
  'stays quiet when two others have had it for weeks': {
    event: grab(),
    past: { rare, events: [grab({ actor: bo, at: noon - days(20) }), grab({ actor: 'cy@contoso.test', at: noon - days(30) })] },
    finds: undefined,
  },
  'weighs more when others gave it the same within the week': {
    event: grab({ scopes: ['Mail.Read', 'Mail.Send', 'Files.Read.All', 'offline_access'] }),
    past: { rare, events: [grab({ id: 'o', actor: bo, at: noon - days(2) })] },
    finds: { severity: 'high', says: /, as 1 other had within a week$/ },
  },
  'stays quiet for a common mail program': {
    event: grab({ app: 'f8d98a96-0999-43f5-8af3-69971c7bb423' }),
    past: { rare: { app: { 'f8d98a96-0999-43f5-8af3-69971c7bb423': lonely } } },
    finds: undefined,
  },
  'is high from where nobody is, whatever the application': {
    event: grab({ ...service }),
    past: { rare: { app: { [app]: daily }, country: { DE: never } }, events: [signIn({ ...abroad, at: noon - hours(1) })] },
    finds: { severity: 'high', says: /, from Germany \(AS64511\), where they had never signed in/ },
  },
  'shows a hostile name for what it is': {
    event: grab({ appName: `a\u202Eb\n${'x'.repeat(90)}` }),
    past: { rare },
    finds: { says: /^gave the application “ab x{46}…” lasting/ },
  },
});
