// Where a message leads: every address in it, whatever it was written in, and what it pretends to be.

export interface Link {
  /** Where it really leads: refanged (`hxxp` → `http`), resolved, taken out of what wrapped it; the first 2,000 characters. */
  readonly url: string;
  /** `https`, `mailto`, `tel`, `javascript`, `data` …; small letters. */
  readonly scheme: string;
  /** Small letters, punycode as written; absent for `mailto:` and the like. */
  readonly host?: string;
  readonly registered?: string;
  /** What a person is shown, and the host of it where that is an address itself. */
  readonly shows: string;
  readonly shownHost?: string;
  readonly from: 'html' | 'text' | 'form' | 'attachment' | 'code';
  /** Nobody sees it who sees the message: hidden in the HTML, or in its plain part alone. */
  readonly isHidden: boolean;
  /** The service that had rewritten it, or the redirector it goes through: `Safe Links`, `Google`. */
  readonly wrappedBy?: string;
  /** What wraps it cannot be seen through: where it leads is not known. */
  readonly isOpaque?: boolean;
}
