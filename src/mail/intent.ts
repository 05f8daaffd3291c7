// What a text wants of its reader.

export const intents = [
  'phishing',
  'credentials',
  'paymentChange',
  'giftCards',
  'extortion',
  'solicitation',
  'callback',
  'job',
  'authority',
] as const;

export type Intent = (typeof intents)[number];

/** How likely it is that a text wants this, and what speaks for it most. */
export interface Inducement {
  /** 0 to 1, calibrated. */
  readonly probability: number;
  /** What moved it, strongest first: the words as the model knows them, never the message's own sentences. */
  readonly reasons: readonly { readonly says: string; readonly weight: number }[];
}

export type Inducements = Readonly<Record<Intent, Inducement>>;
