// Features as a short text, to be kept with an incident: four bytes a feature, in base 64.

import type { Features } from './features.ts';

const BYTES = 4;

export function signatureOf(features: Features): string {
  const bytes = Buffer.alloc(features.size * BYTES);
  for (const [index, feature] of [...features].sort((a, b) => a - b).entries()) bytes.writeUInt32BE(feature, index * BYTES);
  return bytes.toString('base64');
}

/** The features a signature was made of, in order. */
export function featuresIn(signature: string): Uint32Array {
  const bytes = Buffer.from(signature, 'base64');
  const features = new Uint32Array(Math.floor(bytes.length / BYTES));
  for (let index = 0; index < features.length; index += 1) features[index] = bytes.readUInt32BE(index * BYTES);
  return features;
}
