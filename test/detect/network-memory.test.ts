import { describe, expect, it } from 'vitest';
import { noNetwork, recallHost, rememberConnection, tallyConnection } from '../../src/detect/network-memory.ts';
import type { NetworkMemory } from '../../src/detect/network-memory.ts';
import { generatedNames } from '../../src/detect/rules/generated-names.ts';
import { outboundVolume } from '../../src/detect/rules/outbound-volume.ts';
import { rareDestination } from '../../src/detect/rules/rare-destination.ts';
import { judge } from '../../src/detect/run.ts';
import { inOrder } from '../../src/model/event.ts';
import type { Connection } from '../../src/model/event.ts';
import { seeded } from '../../src/model/seeded.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { noon } from '../support/events.ts';
import { beats, office, out, stranger, workstation } from '../support/network.ts';

function after(events: readonly Connection[]): NetworkMemory {
  const memory = noNetwork();
  for (const event of [...events].sort(inOrder)) {
    rememberConnection(memory, event);
    tallyConnection(memory, event, 1);
  }
  return memory;
}

const usualIn = ({ reached, called, offered, sent }: NetworkMemory) => ({ reached, called, offered, sent });

describe('what is usual', () => {
  it('can be taught and taken back in any order without a trace', () => {
    const rng = seeded('network');
    const events = [...office(noon - days(3)), ...beats(12, hours(2)), ...beats(9, hours(1), { to: '10.1.9.9', port: 22 })];
    const memory = after(events);
    const shuffled = events.map((event) => ({ event, at: rng() })).sort((a, b) => a.at - b.at);
    for (const { event } of shuffled) tallyConnection(memory, event, -1);
    expect(usualIn(memory)).toEqual(usualIn(noNetwork()));
    for (const { event } of shuffled) tallyConnection(memory, event, 1);
    expect(usualIn(memory)).toEqual(usualIn(after(events)));
  });

  it('does not come from what was never answered', () => {
    const memory = after(beats(12, hours(2), { failures: 1 }));
    expect(usualIn(memory)).toEqual(usualIn(noNetwork()));
    expect(recallHost(memory, out({ at: noon }))?.rhythm()).toMatchObject({ period: hours(2), beats: 13 });
  });

  it('of a fold are the records that were answered', () => {
    const memory = after([out({ at: noon - days(1), count: 10, failures: 4 })]);
    expect(recallHost(memory, out({ at: noon }))?.reach()).toMatchObject({ own: 6, ownDays: 1 });
  });
});

describe('a question', () => {
  it('is answered as of before the judged connection', () => {
    const host = recallHost(after(office(noon - days(2))), out({ at: noon, bytesOut: 700 }));
    expect(host?.reach()).toMatchObject({ own: 0, hosts: 11, hostsWith: 0 });
    expect(host?.sentToday()).toBe(700);
    expect(host?.rhythm()).toBeUndefined();
  });

  it('knows the names an address was called by, and how familiar they are', () => {
    const memory = after([
      out({ at: noon - days(1), address: '10.1.2.11', deed: 'negotiated', domain: 'a.example.com' }),
      out({ at: noon - hours(9), address: '10.1.2.12', deed: 'requested', domain: 'b.example.net' }),
    ]);
    const host = recallHost(memory, out({ at: noon }));
    expect(host?.names()).toEqual(['example.com', 'example.net']);
    expect(host?.reach('example.com')).toMatchObject({ own: 0, hosts: 2, hostsWith: 1, peers: 2, peersWith: 1 });
  });

  it('about a service tells how new it is on the machine that offers it', () => {
    const files = (server: string, given: Partial<Connection>) => out({ to: server, port: 445, ...given });
    const memory = after(
      [1, 2, 3].flatMap((day) => [
        files('10.1.9.8', { at: noon - days(day) }),
        files('10.1.9.9', { at: noon - days(day), port: 443 }),
      ]),
    );
    const of = (event: Connection) => recallHost(memory, event)?.service();
    expect(of(files('10.1.9.8', { at: noon }))).toMatchObject({ service: 'tcp/445', own: 3, ownDays: 3, peers: 1, peersWith: 0 });
    const news = of(files('10.1.9.9', { at: noon, port: 22 }));
    expect(news).toMatchObject({ service: 'tcp/22', own: 0, values: 1, activeDays: 3, peersWith: 0 });
    expect(news?.bits).toBeGreaterThan(8);
    expect(of(files('10.1.9.9', { at: noon, port: 50_000 }))).toBeUndefined();
    expect(of(out({ at: noon }))).toBeUndefined();
  });

  it('about a machine that is only called is about that machine', () => {
    const host = recallHost(noNetwork(), out({ address: '198.51.100.4', to: '10.1.9.9' }));
    expect(host).toMatchObject({ host: { key: '10.1.9.9' }, destination: undefined });
    expect(recallHost(noNetwork(), out({ address: '198.51.100.4' }))).toBeUndefined();
  });
});

describe('what is bounded', () => {
  it('counts what it passes over by the reason', () => {
    const memory = after([
      out({ to: '224.0.0.251', port: 5353 }),
      out({ to: '10.1.9.9' }),
      out({ to: '10.1.2.255' }),
      out({ address: '198.51.100.4' }),
      out({}),
    ]);
    expect(Object.fromEntries(memory.passed)).toEqual({
      'multicast, broadcast or link-local': 2,
      inside: 1,
      'began outside': 1,
    });
  });

  it('forgets the place longest silent of a machine that reaches thousands', () => {
    const memory = noNetwork();
    for (let place = 0; place < 5_000; place += 1) {
      rememberConnection(memory, out({ at: noon + place, to: `198.51.${100 + (place >> 8)}.${place & 255}` }));
      if (place % 100 === 0) rememberConnection(memory, out({ at: noon + place }));
    }
    const lines = memory.lines.get(workstation);
    expect(lines?.size).toBe(2_000);
    expect([...(lines?.keys() ?? [])].some((key) => key.includes(stranger))).toBe(true);
  });

  it('keeps so many contacts of one pair, however many there were', () => {
    const memory = noNetwork();
    for (let index = 0; index < 10_000; index += 1) rememberConnection(memory, out({ at: noon + minutes(index) }));
    expect([...(memory.lines.get(workstation)?.values() ?? [])][0]?.contacts.length).toBeLessThanOrEqual(512);
    expect(recallHost(memory, out({ at: noon + minutes(10_000) }))?.rhythm()).toMatchObject({ period: minutes(1), beats: 256 });
  });

  it('bears everything at one instant, and times of any year', () => {
    const memory = after([
      ...Array.from({ length: 500 }, () => out({ at: noon })),
      out({ at: Date.UTC(1991, 0, 1) }),
      out({ at: Date.UTC(2090, 0, 1) }),
    ]);
    expect(recallHost(memory, out({ at: noon + 1 }))?.rhythm()).toBeUndefined();
    expect(recallHost(memory, out({ at: noon + 1 }))?.reach().bits).toBeGreaterThanOrEqual(0);
  });
});

describe('judged with all else', () => {
  const detections = [rareDestination, generatedNames, outboundVolume];
  const run = (events: readonly Connection[]) => judge(events, { detections, homeDomains: [], released: () => new Set() });

  it('an office with its agents, its backup and its clock is quiet', () => {
    const since = noon - days(20);
    const agents = Array.from({ length: 12 }, (_, machine) => `10.1.2.${machine + 11}`).flatMap((address) =>
      beats(20 * 24, hours(1), { address, to: '198.51.100.77' }),
    );
    const backup = Array.from({ length: 20 }, (_, day) =>
      out({ at: since + days(day) + hours(13), address: '10.1.2.11', to: '192.0.2.200', bytesOut: 4e8 }),
    );
    const clock = beats(20 * 24, hours(1), { to: '192.0.2.123', port: 123, transport: 'udp', bytesOut: 48 });
    expect(run([...office(since), ...agents, ...backup, ...clock]).findings).toEqual([]);
  });

  it('one beacon is one finding, that names its beats and is not learnt from when it is grave', () => {
    const beacon = beats(60, minutes(70), { port: 8443 });
    const { findings, held } = run([...office(), ...beacon]);
    expect(findings.map(({ detection, severity }) => [detection, severity])).toEqual([['rare-destination', 'medium']]);
    expect(findings[0]?.because.length).toBeGreaterThan(40);
    expect([...held].every((id) => beacon.some((beat) => beat.id === id))).toBe(true);
  });

  it('says the same in whatever order the connections come', () => {
    const events = [...office(), ...beats(60, minutes(70), { port: 8443 })];
    expect(run([...events].reverse()).findings).toEqual(run(events).findings);
  });
});
