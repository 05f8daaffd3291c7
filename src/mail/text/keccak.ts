// Keccak-256 as it was before it became SHA-3: Ethereum and Monero check their addresses by it, and no library here has it.
//
// After the Keccak reference (Bertoni, Daemen, Peeters and Van Assche 2011), 24 rounds on 5 × 5 lanes of 64 bits.

const MASK = (1n << 64n) - 1n;
/** Bytes taken up between two permutations. */
const RATE = 136;

const ROUND_CONSTANTS = [
  ...[
    0x0000000000000001n,
    0x0000000000008082n,
    0x800000000000808an,
    0x8000000080008000n,
    0x000000000000808bn,
    0x0000000080000001n,
  ],
  ...[
    0x8000000080008081n,
    0x8000000000008009n,
    0x000000000000008an,
    0x0000000000000088n,
    0x0000000080008009n,
    0x000000008000000an,
  ],
  ...[
    0x000000008000808bn,
    0x800000000000008bn,
    0x8000000000008089n,
    0x8000000000008003n,
    0x8000000000008002n,
    0x8000000000000080n,
  ],
  ...[
    0x000000000000800an,
    0x800000008000000an,
    0x8000000080008081n,
    0x8000000000008080n,
    0x0000000080000001n,
    0x8000000080008008n,
  ],
];
const TURNS = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];
const PLACES = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];

/** 32 bytes. */
export function keccak256(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 1) / RATE) * RATE);
  padded.set(message);
  padded[message.length] = 1;
  padded[padded.length - 1] = (padded[padded.length - 1] ?? 0) | 0x80;
  const lanes = new BigUint64Array(25);
  const view = new DataView(padded.buffer);
  for (let block = 0; block < padded.length; block += RATE) {
    for (let lane = 0; lane < RATE / 8; lane += 1) lanes[lane] = at(lanes, lane) ^ view.getBigUint64(block + lane * 8, true);
    permute(lanes);
  }
  return new Uint8Array(lanes.buffer).slice(0, 32);
}

const at = (lanes: BigUint64Array, index: number): bigint => lanes[index] ?? 0n;

const turned = (lane: bigint, by: number): bigint => ((lane << BigInt(by)) | (lane >> BigInt(64 - by))) & MASK;

function permute(lanes: BigUint64Array): void {
  for (const constant of ROUND_CONSTANTS) {
    const columns = [0, 1, 2, 3, 4].map((x) => [0, 5, 10, 15, 20].reduce((all, y) => all ^ at(lanes, x + y), 0n));
    for (let x = 0; x < 5; x += 1) {
      const mix = (columns[(x + 4) % 5] ?? 0n) ^ turned(columns[(x + 1) % 5] ?? 0n, 1);
      for (let y = 0; y < 25; y += 5) lanes[x + y] = at(lanes, x + y) ^ mix;
    }
    let moved = at(lanes, 1);
    for (const [step, place] of PLACES.entries()) {
      const next = at(lanes, place);
      lanes[place] = turned(moved, TURNS[step] ?? 0);
      moved = next;
    }
    for (let y = 0; y < 25; y += 5) {
      const row = [0, 1, 2, 3, 4].map((x) => at(lanes, x + y));
      for (let x = 0; x < 5; x += 1)
        lanes[x + y] = (row[x] ?? 0n) ^ (~(row[(x + 1) % 5] ?? 0n) & MASK & (row[(x + 2) % 5] ?? 0n));
    }
    lanes[0] = at(lanes, 0) ^ constant;
  }
}
