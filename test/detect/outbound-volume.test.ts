import { outboundVolume } from '../../src/detect/rules/outbound-volume.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { noon } from '../support/events.ts';
import { examples } from '../support/examples.ts';
import { office, out, stranger, weeksAgo, workstation } from '../support/network.ts';

const large = { at: noon, bytesOut: 900_000_000 };
/** What the machine sends on ordinary days, at midday. */
const usual = Array.from({ length: 20 }, (_, day) =>
  out({ at: weeksAgo + days(day) + hours(3), to: '198.51.100.1', bytesOut: 20_000_000 + (day % 5) * 1_000_000 }),
);

examples(outboundVolume, {
  'is medium when far more than ever leaves for a place that is new to everybody': {
    event: out(large),
    past: { events: [...office(), ...usual] },
    finds: {
      severity: 'medium',
      says: 'sent from “10.1.2.17” 900 MB in the day, where 22 MB are usual on a working day and 24 MB were the most in 14, most of it to “203.0.113.99”, which it had reached on none of 20 earlier days (3 names and networks in all), nor had any of 11 other machines',
      about: [
        { label: 'IP', key: workstation },
        { label: 'IP', key: stranger },
      ],
    },
  },
  'adds up what leaves in pieces': {
    event: out({ ...large, bytesOut: 30_000_000, id: 'last' }),
    past: {
      events: [
        ...office(),
        ...usual,
        ...[1, 2, 3, 4].map((piece) => out({ at: noon - minutes(piece * 10), bytesOut: 30_000_000, id: `piece${piece}` })),
      ],
    },
    finds: { severity: 'medium', because: ['piece4', 'piece3', 'piece2', 'piece1', 'last'] },
  },
  'is low when the machine had been there before': {
    event: out(large),
    past: { events: [...office(), ...usual, out({ at: noon - days(4) })] },
    finds: { severity: 'low' },
  },
  'stays quiet when a backup has gone there every night': {
    event: out(large),
    past: {
      events: [...office(), ...usual, ...[1, 2, 3, 4, 5, 6].map((day) => out({ at: noon - days(day), bytesOut: 850_000_000 }))],
    },
    finds: undefined,
  },
  'stays quiet when others send there, too': {
    event: out(large),
    past: {
      events: [...office(), ...usual, ...['10.1.2.11', '10.1.2.12'].map((address) => out({ at: noon - days(2), address }))],
    },
    finds: undefined,
  },
  'stays quiet when it goes where everybody’s mail is': {
    event: out({ ...large, to: '198.51.100.1' }),
    past: { events: [...office(), ...usual] },
    finds: undefined,
  },
  'stays quiet when it is the usual': {
    event: out({ ...large, bytesOut: 60_000_000 }),
    past: { events: [...office(), ...usual] },
    finds: undefined,
  },
  'stays quiet when little leaves, however little is usual': {
    event: out({ ...large, bytesOut: 40_000_000 }),
    past: { events: [...office(), ...usual.map((event) => ({ ...event, bytesOut: 2_000 }))] },
    finds: undefined,
  },
  'stays quiet without days to compare with': {
    event: out(large),
    past: { events: [...office(noon - days(3)), ...usual.slice(-2)] },
    finds: undefined,
  },
  'stays quiet when it comes in': {
    event: out({ ...large, bytesOut: 1_000, bytesIn: 900_000_000 }),
    past: { events: [...office(), ...usual] },
    finds: undefined,
  },
  'stays quiet within the organisation': {
    event: out({ ...large, to: '10.1.9.9' }),
    past: { events: [...office(), ...usual] },
    finds: undefined,
  },
});
