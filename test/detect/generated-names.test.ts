import { generatedNames } from '../../src/detect/rules/generated-names.ts';
import type { Connection } from '../../src/model/event.ts';
import { seeded } from '../../src/model/seeded.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { noon } from '../support/events.ts';
import { examples } from '../support/examples.ts';
import { office, out, workstation } from '../support/network.ts';

const rng = seeded('generated names');
/** Sixteen letters by dice: all but one in a hundred look it, and these do. */
const madeUp = Array.from({ length: 40 }, () =>
  Array.from({ length: 16 }, () => String.fromCharCode(97 + Math.floor(rng() * 26))).join(''),
);

const asked = (domain: string, given: Partial<Connection> = {}): Connection =>
  out({
    to: '10.0.0.2',
    port: 53,
    transport: 'udp',
    deed: 'resolved',
    outcome: 'failure',
    failures: 1,
    bytesOut: 0,
    bytesIn: 0,
    domain,
    ...given,
  });
const failing = (names: readonly string[], step = minutes(5)) =>
  names.map((name, index) => asked(name, { at: noon - (index + 1) * step }));
const domains = madeUp.map((label) => `${label}.example`);
const [next = '', ...others] = domains;

examples(generatedNames, {
  'is low when a dozen names that nobody would think of do not exist': {
    event: asked(next),
    past: { events: failing(others.slice(0, 11)) },
    finds: {
      severity: 'low',
      says: /^asked from “10\.1\.2\.17” within a day for 12 names that do not exist and look generated, of 12 that do not exist in all, such as “/,
      about: [{ label: 'IP', key: workstation }],
    },
  },
  'is medium when they are many': {
    event: asked(next),
    past: { events: failing(others.slice(0, 30)) },
    finds: { severity: 'medium' },
  },
  'is high when one of many answers': {
    event: asked(next, { outcome: 'success', failures: 0 }),
    past: { events: [...office(), ...failing(others.slice(0, 30))] },
    finds: { severity: 'high', says: /answered$/, about: [{ label: 'Domain', key: next }] },
  },
  'stays quiet when the one that answers is everybody’s': {
    event: asked(next, { outcome: 'success', failures: 0 }),
    past: {
      events: [
        ...failing(others.slice(0, 30)),
        ...['10.1.2.3', '10.1.2.4', '10.1.2.5'].map((address) =>
          asked(next, { address, at: noon - days(1), outcome: 'success', failures: 0 }),
        ),
      ],
    },
    finds: undefined,
  },
  'stays quiet over a handful': {
    event: asked(next),
    past: { events: failing(others.slice(0, 5)) },
    finds: undefined,
  },
  'stays quiet when they are asked for over weeks': {
    event: asked(next),
    past: { events: failing(others.slice(0, 30), hours(20)) },
    finds: undefined,
  },
  'counts a name once, however often it is asked for': {
    event: asked(next),
    past: { events: failing(Array.from({ length: 30 }, () => others[0] ?? '')) },
    finds: undefined,
  },
  'stays quiet when names of people’s making fail': {
    event: asked('northwindtraders.example'),
    past: {
      events: failing(
        [
          'wideworld',
          'tailspintoys',
          'woodgrovebank',
          'litwareinc',
          'proseware',
          'lucernepublishing',
          'margiestravel',
          'fourthcoffee',
          'blueyonder',
        ].map((name) => `${name}.example`),
      ),
    },
    finds: undefined,
  },
  'stays quiet when a mail gateway looks up whatever mail names, most of it of people’s making': {
    event: asked(next),
    past: {
      events: [
        ...failing(others.slice(0, 9)),
        ...failing(
          Array.from(
            { length: 30 },
            (_, index) =>
              `${['garden', 'kitchen', 'holiday'][index % 3] ?? ''}${['offers', 'news', 'deals', 'store', 'world', 'online', 'direct', 'market', 'outlet', 'club'][index % 10] ?? ''}.example`,
          ),
        ),
      ],
    },
    finds: undefined,
  },
  'stays quiet when a delivery network numbers its machines': {
    event: asked(`${madeUp[0] ?? ''}.cloudfront.net`),
    past: { events: failing(madeUp.slice(1, 30).map((label) => `${label}.cloudfront.net`)) },
    finds: undefined,
  },
  'stays quiet when a browser tries whether names are answered for it': {
    event: asked(madeUp[0] ?? ''),
    past: { events: failing(madeUp.slice(1, 30)) },
    finds: undefined,
  },
  'stays quiet over reverse look-ups': {
    event: asked('9.113.0.203.in-addr.arpa'),
    past: { events: failing(Array.from({ length: 30 }, (_, index) => `${index}.113.0.203.in-addr.arpa`)) },
    finds: undefined,
  },
  'stays quiet when our own domain is hung on them': {
    event: asked(`${madeUp[0] ?? ''}.contoso.test`),
    past: { events: failing(madeUp.slice(1, 30).map((label) => `${label}.contoso.test`)) },
    finds: undefined,
  },
  'stays quiet when they all exist': {
    event: asked(next, { outcome: 'success', failures: 0 }),
    past: { events: failing(others).map((event) => ({ ...event, failures: 0 })) },
    finds: undefined,
  },
});
