import { deviceCodePhishing } from '../../src/detect/rules/device-code-phishing.ts';
import { abroad, ana, home, signIn } from '../support/events.ts';
import { examples, never, newcomer } from '../support/examples.ts';

const germany = { country: { DE: never } };
const broker = '29d9ed98-a469-4536-ade2-f981bc1d605e';
const code = signIn({ ...abroad, id: 'code', protocol: 'deviceCode', app: broker });
const elsewhere = { ...home, address: '203.0.113.40', asn: 64999 };

examples(deviceCodePhishing, {
  'fires when the broker is signed in by code from where nobody is': {
    event: code,
    past: { rare: germany },
    finds: {
      key: ana,
      severity: 'high',
      because: ['code'],
      says: 'signed in by device code for the first time, to the broker that registers devices, from Germany (AS64511), where they had never signed in, in 412 sign-ins, nor had any of 38 peers; none of 38 peers had ever done so',
      about: [
        { label: 'App', key: broker },
        { label: 'IP', key: abroad.address },
      ],
    },
  },
  'stays quiet on any other way in': { event: signIn({ ...abroad, app: broker }), past: { rare: germany }, finds: undefined },
  'stays quiet on a code that was not taken': {
    event: signIn({ ...abroad, protocol: 'deviceCode', outcome: 'failure', code: 70018 }),
    past: { rare: germany },
    finds: undefined,
  },
  'stays quiet on a developer, or a meeting room, who does it daily': {
    event: code,
    past: { rare: germany, practice: { deviceCode: { ownDays: 40 } } },
    finds: undefined,
  },
  'stays quiet on a device they know': { event: code, past: { rare: germany, knows: ['device'] }, finds: undefined },
  'stays quiet at home where peers do it': {
    event: signIn({ ...home, protocol: 'deviceCode' }),
    past: { knows: ['address'], practice: { deviceCode: { peersWith: 8 } } },
    finds: undefined,
  },
  'is informational at an address of theirs, low for the broker': {
    event: signIn({ ...home, protocol: 'deviceCode' }),
    past: { knows: ['address'] },
    finds: { severity: 'informational' },
  },
  'is low for the broker at an exit of many people': {
    event: signIn({ ...home, protocol: 'deviceCode', app: broker }),
    past: { regulars: { [home.address]: 60 } },
    finds: { severity: 'low' },
  },
  'is medium at a new address of a usual network': {
    event: signIn({ ...elsewhere, protocol: 'deviceCode', appName: 'Azure CLI' }),
    finds: {
      severity: 'medium',
      says: /^signed in by device code for the first time, to “Azure CLI”, from Australia \(AS64999\); none of 38 peers/,
    },
  },
  'is low there in the first days of an account': {
    event: signIn({ ...elsewhere, protocol: 'deviceCode' }),
    past: { rare: { address: { [elsewhere.address]: newcomer } } },
    finds: { severity: 'low' },
  },
  'is high for the broker on a network nobody uses': {
    event: signIn({ ...elsewhere, protocol: 'deviceCode', app: broker }),
    past: { rare: { network: { '64999': never } } },
    finds: { severity: 'high' },
  },
  'weighs less where peers do it, and on the second day': {
    event: code,
    past: { rare: germany, practice: { deviceCode: { ownDays: 1, peersWith: 8 } } },
    finds: { severity: 'low', says: /^signed in by device code, to the broker .*; 8 of 38 peers had ever done so$/ },
  },
});
