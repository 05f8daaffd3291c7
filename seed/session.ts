// Somebody at a machine somewhere: what every record of an act has in common.

import type { Device } from './device.ts';
import type { Place } from './network.ts';
import type { Rng } from './random.ts';
import type { Person } from './tenant.ts';
import type { Scene } from './world.ts';

export interface Session {
  /** Whose account it is, which need not be who is typing. */
  readonly person: Person;
  readonly place: Place;
  readonly device: Device;
  /** Lives as long as the sign-in cookie does. */
  readonly id: string;
}

export const openSession = (rng: Rng, person: Person, place: Place, device: Device): Session => ({
  person,
  place,
  device,
  id: rng.guid(),
});

/** The same cookie for a fortnight, wherever the machine is carried. */
export function sessionOn(scene: Pick<Scene, 'rng'>, person: Person, device: Device, place: Place, index: number): Session {
  const id = scene.rng.fork(`session/${person.id}/${device.id}/${Math.floor(index / 14)}`).guid();
  return { person, place, device, id };
}
