// The parts of the library that it has no types for: the verifier itself, whose reading of headers is bounded here.

declare module 'mailauth/lib/dkim/dkim-verifier.js' {
  export interface Headers {
    parsed: { readonly key?: string; readonly line: Buffer }[];
  }

  export interface SignatureHeader {
    type: 'DKIM' | 'ARC' | 'AS';
    skip?: boolean;
    maxBodyLength?: number | string;
    signingDomain?: string;
    selector?: string;
    original?: Buffer | string;
  }

  export type ArcSet = Readonly<Record<'arc-seal' | 'arc-message-signature', SignatureHeader | undefined>>;

  export interface Result {
    readonly status: { readonly result: string; readonly comment?: string | false };
    readonly signingDomain?: string;
    readonly selector?: string;
    readonly signature?: string;
    readonly rr?: string;
  }

  export class DkimVerifier {
    constructor(options: { resolver: unknown; sender?: string | undefined; minBitLength?: number; curTime?: Date });
    headers: Headers | false;
    headerFrom: string[];
    signatureHeaders: SignatureHeader[];
    results: Result[];
    arc: { chain: readonly ArcSet[] | false; error?: Error };
    messageHeaders(headers: Headers): Promise<void>;
    end(bytes: Uint8Array, done: () => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
  }
}
