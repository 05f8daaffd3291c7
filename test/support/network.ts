// Weeks of an office as its sensor tells them: machines that reach what everybody reaches, folded by the hour.

import type { Connection } from '../../src/model/event.ts';
import { days, hours } from '../../src/model/time.ts';
import type { Instant, Millis } from '../../src/model/time.ts';
import { noon } from './events.ts';

export const workstation = '10.1.2.17';
export const stranger = '203.0.113.99';
/** Where weeks begin: long before the judged moment. */
export const weeksAgo = noon - days(20);

let made = 0;

/** A connection out of the office: nobody's deed. */
export function out(given: Partial<Connection>): Connection {
  made += 1;
  const id = given.id ?? `n${made}`;
  const at = given.at ?? noon;
  return {
    ...{ kind: 'connection', deed: 'connected', id, act: id, source: 'test', record: id, operation: 'conn', outcome: 'success' },
    ...{ at, lastAt: at + 300, address: workstation, to: stranger, port: 443, transport: 'tcp' },
    ...{ count: 1, failures: 0, bytesOut: 900, bytesIn: 1_400, records: [] },
    ...given,
  };
}

/** Twelve machines, each day at another minute: mail and updates by name, and by the addresses behind the names. */
export function office(since: Instant = weeksAgo, until: Instant = noon): readonly Connection[] {
  const events: Connection[] = [];
  let turn = 0;
  for (let at = since; at < until; at += days(1))
    for (let machine = 11; machine < 23; machine += 1)
      for (const [domain, to] of [
        ['mail.example.com', '198.51.100.1'],
        ['updates.example.net', '198.51.100.200'],
      ] as const) {
        turn += 1;
        const moment = { at: at + ((turn * 7919) % hours(7)), address: `10.1.2.${machine}` };
        events.push(out({ ...moment, to }), out({ ...moment, to, deed: 'negotiated', domain }));
      }
  return events;
}

/** Every `period`, the last of them just before the judged moment; each a record of its own hour. */
export const beats = (times: number, period: Millis, given: Partial<Connection> = {}): readonly Connection[] =>
  Array.from({ length: times }, (_, index) => out({ at: noon - (times - index) * period, ...given }));
