// Whether wallets are told from what only looks like them: addresses out of recorded extortion mail, of which a few are damaged.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/graph/local/java.ts';
import { entitiesOf } from '../../src/mail/text/entities.ts';
import { DATA } from '../realism/recorded.ts';

export const WALLETS = `${DATA}/sextortion-btc/addresses.csv`;

export const areWalletsThere = (): boolean => existsSync(join(root, WALLETS));

export interface WalletFigures {
  readonly addresses: number;
  readonly found: number;
  /** Told as ones with a wrong checksum. */
  readonly falseOnes: number;
  /** Neither. */
  readonly missed: number;
  /** Every tenth of those found. */
  readonly tried: number;
  /** Of these, found as they stand after one letter was changed: should be none. */
  readonly foundDamaged: number;
  /** Of these, found with a blank or a star put between their letters. */
  readonly foundBroken: number;
}

/** Each in a sentence as such mail has it. */
export function walletFigures(): WalletFigures {
  const addresses = readFileSync(join(root, WALLETS), 'utf8')
    .split(/\r?\n/u)
    .filter((line) => line !== '');
  const told = addresses.map((address) => entitiesOf(`My BTC wallet is ${address} and you have 48 hours.`));
  const whole = addresses.filter((_, at) => (told[at]?.wallets.length ?? 0) > 0);
  const tried = whole.filter((_, at) => at % 10 === 0);
  return {
    addresses: addresses.length,
    found: whole.length,
    falseOnes: told.filter(({ wallets, falseWallets }) => wallets.length === 0 && falseWallets > 0).length,
    missed: told.filter(({ wallets, falseWallets }) => wallets.length === 0 && falseWallets === 0).length,
    tried: tried.length,
    foundDamaged: tried.filter((address) => entitiesOf(`My BTC wallet is ${damaged(address)} now`).wallets.length > 0).length,
    foundBroken: tried.filter((address, at) =>
      entitiesOf(`My BTC wallet is ${broken(address, at)} now`).wallets.includes(address),
    ).length,
  };
}

/** The letter in the middle is another one of the same alphabet. */
function damaged(address: string): string {
  const middle = address.length >> 1;
  return `${address.slice(0, middle)}${address[middle] === 'k' ? 'm' : 'k'}${address.slice(middle + 1)}`;
}

const broken = (address: string, at: number): string => `${address.slice(0, 12)}${at % 2 === 0 ? ' ' : '*'}${address.slice(12)}`;
