// Machines in an office, and what they talk to.

import type { Instant } from '../../src/model/time.ts';
import type { Device } from '../device.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Office } from '../tenant.ts';
import { cutToSecond } from '../wire/time.ts';
import { isTls, zeekConnection, zeekHandshake, zeekQuestion, type Flow } from '../wire/zeek.ts';
import type { World } from '../world.ts';

export interface Connect {
  readonly at: Instant;
  readonly office: Office;
  readonly host: Device;
  readonly to: { readonly address: string; readonly port: number; readonly name?: string };
  /** Zero bytes in: nobody answered. */
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly seconds: number;
}

/** A connection out of an office, as the sensor there saw it: the question for the name, the connection, the handshake. */
export function connect(world: World, rng: Rng, it: Connect): SeedRecord[] {
  const { office, host, to, bytesOut, bytesIn } = it;
  const flow: Flow = {
    office,
    host,
    to,
    bytesOut,
    bytesIn,
    at: cutToSecond(it.at) + rng.int(0, 999),
    microseconds: rng.int(0, 999),
    uid: uidOf(rng),
    port: rng.int(49152, 65535),
    seconds: Math.max(0.001, Math.round(it.seconds * 1e6) / 1e6),
  };
  const question = { uid: uidOf(rng), port: rng.int(49152, 65535), id: rng.int(1, 65535) };
  // Machines remember the answers for a while.
  const isKnown = rng.chance(0.4);
  if (!world.telemetry.network) return [];
  const { name, port } = to;
  return [
    ...(name === undefined || isKnown ? [] : [zeekQuestion(flow, name, question)]),
    zeekConnection(flow),
    ...(name !== undefined && isTls(port) && bytesIn > 0 ? [zeekHandshake(flow, name)] : []),
  ];
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Zeek's own name for a connection: a C and some letters and digits. */
function uidOf(rng: Rng): string {
  let uid = 'C';
  // Five of them are as many as one throw can tell apart.
  while (uid.length < 16) {
    let thrown = rng.int(0, 62 ** 5 - 1);
    for (let place = 0; place < 5; place++, thrown = Math.floor(thrown / 62)) uid += letters.charAt(thrown % 62);
  }
  return uid + letters.charAt(rng.int(0, 61)) + letters.charAt(rng.int(0, 61));
}
