// Machines, and what they say they are.

import type { Rng } from './random.ts';

export interface Device {
  readonly kind: 'laptop' | 'phone';
  /** Empty when the directory has never heard of it. */
  readonly id: string;
  readonly name: string;
  readonly operatingSystem: string;
  readonly browser: string;
  readonly userAgent: string;
  /** The name audit records of sign-ins give the browser. */
  readonly browserType: string;
  readonly managed: boolean;
}

interface Make {
  readonly operatingSystem: string;
  readonly browser: string;
  readonly browserType: string;
  readonly userAgent: string;
}

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';

const edge = (version: number): Make => ({
  operatingSystem: 'Windows10',
  browser: `Edge ${version}.0.0`,
  browserType: 'Edge',
  userAgent: `${windows} ${webKit} Chrome/${version}.0.0.0 Safari/537.36 Edg/${version}.0.0.0`,
});

const chrome = (version: number): Make => ({
  operatingSystem: 'Windows10',
  browser: `Chrome ${version}.0.0`,
  browserType: 'Chrome',
  userAgent: `${windows} ${webKit} Chrome/${version}.0.0.0 Safari/537.36`,
});

const macChrome = (version: number): Make => ({
  operatingSystem: 'MacOs',
  browser: `Chrome ${version}.0.0`,
  browserType: 'Chrome',
  userAgent: `${mac} ${webKit} Chrome/${version}.0.0.0 Safari/537.36`,
});

const firefox = (version: number): Make => ({
  operatingSystem: 'Windows10',
  browser: `Firefox ${version}.0`,
  browserType: 'Firefox',
  userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`,
});

const iPhone = (version: string): Make => ({
  operatingSystem: `Ios ${version}`,
  browser: `Mobile Safari ${version}`,
  browserType: 'Safari',
  userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS ${version.replace('.', '_')} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version} Mobile/15E148 Safari/604.1`,
});

const android = (version: number): Make => ({
  operatingSystem: `Android ${version}`,
  browser: 'Chrome Mobile 142.0.0',
  browserType: 'Chrome',
  userAgent: `Mozilla/5.0 (Linux; Android 10; K) ${webKit} Chrome/142.0.0.0 Mobile Safari/537.36`,
});

const laptops: readonly Make[] = [edge(142), edge(142), edge(142), edge(143), chrome(142), chrome(143), macChrome(142)];
const phones: readonly Make[] = [iPhone('18.6'), iPhone('26.1'), iPhone('18.7'), android(15), android(16)];
const strangers: readonly Make[] = [chrome(139), chrome(141), edge(140), firefox(140), firefox(144), macChrome(140)];

/** A machine the organisation handed out and knows; `prefix` begins the names of all its machines, e.g. `HBL`. */
export function createDevice(rng: Rng, kind: Device['kind'], number: number, prefix: string): Device {
  const make = rng.pick(kind === 'laptop' ? laptops : phones);
  const name = `${prefix}-${kind === 'laptop' ? 'LT' : 'PH'}-${200 + number}`;
  return { kind, id: rng.guid(), name, managed: true, ...make };
}

/** A machine nobody here has ever seen. */
export function strangeDevice(rng: Rng): Device {
  return { kind: 'laptop', id: '', name: '', managed: false, ...rng.pick(strangers) };
}
