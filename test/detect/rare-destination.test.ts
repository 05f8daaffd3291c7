import { rareDestination } from '../../src/detect/rules/rare-destination.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { noon } from '../support/events.ts';
import { examples } from '../support/examples.ts';
import { beats, office, out, stranger, weeksAgo, workstation } from '../support/network.ts';

const now = { at: noon };
const everyTwoHours = beats(12, hours(2));
const named = { deed: 'negotiated', domain: 'cdn.evil.example' } as const;
const generated = { deed: 'negotiated', domain: 'xq7zkvwp3hj.example' } as const;
/** Two dozen addresses whose names somebody said: the sensor tells names. */
const names = Array.from({ length: 24 }, (_, index) =>
  out({
    at: weeksAgo + minutes(index),
    address: '10.1.2.11',
    to: `198.51.100.${index + 10}`,
    deed: 'negotiated',
    domain: `www.shop${index}.example`,
  }),
);
const calledBy = (address: string, given: object = {}) => out({ at: noon - days(2), address, ...given });

examples(rareDestination, {
  'is low when a machine talks by a timer to a place that is new to everybody': {
    event: out(now),
    past: { events: [...office(), ...everyTwoHours] },
    finds: {
      severity: 'low',
      says: 'talked from “10.1.2.17” to “203.0.113.99” every 2 hours, give or take 0 % (13 times in 24 hours; 12 of 12 pauses are near one to three periods), which it had reached on 1 of 20 earlier days (4 names and networks in all), nor had any of 11 other machines',
      about: [
        { label: 'IP', key: workstation },
        { label: 'IP', key: stranger },
      ],
    },
  },
  'is low when the timer wanders and misses beats, folded by the hour': {
    event: out({ ...now, at: noon + minutes(3) }),
    past: {
      events: [
        ...office(),
        ...beats(40, hours(1))
          .filter((_, index) => index % 4 !== 2)
          .map((beat, index) => ({ ...beat, at: beat.at + minutes((index * 7) % 11) })),
      ],
    },
    finds: { severity: 'low', says: /every 6\d minutes/ },
  },
  'tells when nobody ever answered': {
    event: out({ ...now, outcome: 'failure', failures: 1 }),
    past: { events: [...office(), ...beats(12, hours(2), { outcome: 'failure', failures: 1 })] },
    finds: {
      says: /^tried to talk from “10\.1\.2\.17” to .* reached on none of 20 earlier days \(3 names and networks in all\)/,
    },
  },
  'is medium when the name looks generated as well': {
    event: out({ ...now, ...generated }),
    past: { events: [...office(), ...beats(12, hours(2), generated)] },
    finds: { severity: 'medium', says: /“xq7zkvwp3hj\.example” .*; its name looks generated$/ },
  },
  'is medium by a port no machine calls elsewhere': {
    event: out({ ...now, port: 8443 }),
    past: { events: [...office(), ...beats(12, hours(2), { port: 8443 })] },
    finds: { severity: 'medium', says: /; no machine calls tcp\/8443 elsewhere$/ },
  },
  'is medium when nobody asked for the name, where the sensor tells names': {
    event: out(now),
    past: { events: [...office(), ...names, ...everyTwoHours] },
    finds: { severity: 'medium', says: /; nobody was seen to ask for its name$/ },
  },
  'is low when the name is known and reads like one': {
    event: out({ ...now, ...named }),
    past: { events: [...office(), ...names, ...beats(12, hours(2), named)] },
    finds: { severity: 'low', says: /^talked from “10\.1\.2\.17” to “evil\.example”/ },
  },
  'is high when two more signs come together': {
    event: out({ ...now, port: 8443 }),
    past: { events: [...office(), ...names, ...beats(12, hours(2), { port: 8443 })] },
    finds: { severity: 'high' },
  },
  'is informational in the first week of a machine': {
    event: out(now),
    past: { events: [...office(noon - days(3)), ...everyTwoHours] },
    finds: { severity: 'informational' },
  },
  'is informational, whatever the signs, when the machine has done so since it was first seen': {
    event: out({ ...now, port: 8443 }),
    past: { events: [...office(noon - days(9)), ...names, ...beats(9 * 12, hours(2), { port: 8443 })] },
    finds: { severity: 'informational' },
  },
  'stays quiet without a timer': {
    event: out(now),
    past: {
      events: [...office(), ...everyTwoHours.map((beat, index) => ({ ...beat, at: beat.at + minutes((index * 53) % 117) }))],
    },
    finds: undefined,
  },
  'stays quiet when an agent on every machine calls home': {
    event: out(now),
    past: { events: [...office(), ...everyTwoHours, ...['10.1.2.11', '10.1.2.12', '10.1.2.13'].map((host) => calledBy(host))] },
    finds: undefined,
  },
  'stays quiet when the team has a new service, at whichever address of its block': {
    event: out(now),
    past: {
      events: [
        ...office(),
        ...everyTwoHours,
        calledBy('10.1.2.11', { to: '203.0.113.5' }),
        calledBy('10.1.2.12', { to: '203.0.113.6' }),
      ],
    },
    finds: undefined,
  },
  'stays quiet at an address of updates that rotate, known by their name': {
    event: out(now),
    past: {
      events: [...office(), ...everyTwoHours, calledBy(workstation, { deed: 'negotiated', domain: 'updates.example.net' })],
    },
    finds: undefined,
  },
  'stays quiet when the machine has done so for weeks': {
    event: out(now),
    past: { events: [...office(), ...beats(15 * 12, hours(2))] },
    finds: undefined,
  },
  'stays quiet when a job runs every night': {
    event: out(now),
    past: { events: [...office(), ...beats(9, days(1))] },
    finds: undefined,
  },
  'stays quiet when a machine asks for the time': {
    event: out({ ...now, port: 123, transport: 'udp', bytesOut: 48 }),
    past: { events: [...office(), ...beats(12, hours(2), { port: 123, transport: 'udp', bytesOut: 48 })] },
    finds: undefined,
  },
  'stays quiet when a browser asks names of a resolver outside, as people browse': {
    event: out(now),
    past: {
      events: [
        ...office(),
        ...[1, 2, 3, 9, 31, 33, 34, 61, 64, 190, 194, 300, 301, 305, 420].map((minute) => out({ at: noon - minutes(minute) })),
      ],
    },
    finds: undefined,
  },
  'stays quiet when it is our own domain': {
    event: out({ ...now, deed: 'negotiated', domain: 'portal.contoso.test' }),
    past: { events: [...office(), ...beats(12, hours(2), { deed: 'negotiated', domain: 'portal.contoso.test' })] },
    finds: undefined,
  },
  'stays quiet within the organisation, and towards everybody at once': {
    event: out({ ...now, to: '10.1.9.9' }),
    past: {
      events: [...office(), ...beats(12, hours(2), { to: '10.1.9.9' }), ...beats(12, hours(2), { to: '239.255.255.250' })],
    },
    finds: undefined,
  },
  'stays quiet when there are no others to compare with, and no past': {
    event: out(now),
    past: { events: everyTwoHours },
    finds: undefined,
  },
  'stays quiet when the machine is not ours': {
    event: out({ ...now, address: '198.51.100.77' }),
    past: { events: [...office(), ...beats(12, hours(2), { address: '198.51.100.77' })] },
    finds: undefined,
  },
});
