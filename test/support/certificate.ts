// A certificate that signs itself, and its key: PEM, made anew each time so that none lies in the repository.

import { generateKeyPairSync, sign } from 'node:crypto';

export interface Certificate {
  /** Both, as GRAPH_CERTIFICATE wants them. */
  readonly pem: string;
  readonly certificate: string;
  readonly key: string;
}

/** One value of DER: tag, length, content. */
function der(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const size = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}
const [SEQUENCE, SET, INTEGER, OBJECT, TEXT, TIME, BITS] = [0x30, 0x31, 0x02, 0x06, 0x0c, 0x17, 0x03];

/** sha256WithRSAEncryption, and the attribute of a common name. */
const algorithm = der(SEQUENCE, der(OBJECT, Buffer.from('2a864886f70d01010b', 'hex')), Buffer.from('0500', 'hex'));
const commonName = der(OBJECT, Buffer.from('550403', 'hex'));
const bits = (content: Uint8Array): Buffer => der(BITS, Buffer.from([0]), content);
const pem = (name: string, content: Buffer): string =>
  `-----BEGIN ${name}-----\n${content.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${name}-----\n`;

export function selfSigned(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, commonName, der(TEXT, Buffer.from('skein.test')))));
  const times = der(SEQUENCE, der(TIME, Buffer.from('250101000000Z')), der(TIME, Buffer.from('450101000000Z')));
  const told = der(
    SEQUENCE,
    ...[der(INTEGER, Buffer.from([1])), algorithm, name, times, name],
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const certificate = pem('CERTIFICATE', der(SEQUENCE, told, algorithm, bits(sign('sha256', told, privateKey))));
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { pem: `${certificate}${key}`, certificate, key };
}
