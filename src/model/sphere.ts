// Points on the earth, and how far apart they are.

const EARTH_KM = 6_371;

/** Degrees, north and east. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Kilometres of the great circle (haversine) between two points. */
export function kmBetween(a: Point, b: Point): number {
  const [latA, latB] = [radians(a.latitude), radians(b.latitude)];
  const half = (angle: number): number => Math.sin(angle / 2) ** 2;
  const h = half(latB - latA) + Math.cos(latA) * Math.cos(latB) * half(radians(b.longitude - a.longitude));
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
