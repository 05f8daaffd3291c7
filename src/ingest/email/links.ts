// Links out of a message's text and HTML: found by their looks, because what the eye sees and what a parser makes of
// hostile HTML are two things. As written, never followed, never made harmless.

const MOST = 100;
const LONGEST = 2_000;
/** Of each part; a megabyte of mail has said all it has to say. */
const READ = 1_000_000;

const LINK = /\bhttps?:\/\/[^\s"'<>\\^`{}|\u0000-\u001f]{1,4000}/gi;

export function linksIn(...parts: readonly (string | undefined)[]): readonly string[] {
  const found = new Set<string>();
  for (const part of parts) {
    for (const [link] of (part ?? '').slice(0, READ).matchAll(LINK)) {
      const url = tidied(link);
      if (url !== undefined) found.add(url);
      if (found.size === MOST) return [...found];
    }
  }
  return [...found];
}

/** The host in small letters; entities of HTML resolved, and the punctuation of the sentence around it left out. */
function tidied(link: string): string | undefined {
  const plain = link.replace(/&amp;/gi, '&').replace(/(?:&(?:quot|gt|lt|nbsp|#\d+);?.*$)/i, '');
  const closed = plain.includes('(') ? plain : plain.replace(/\).*$/, '');
  const url = unpunctuated(closed).replace(/^https?:\/\/[^/?#]*/i, (start) => start.toLowerCase());
  return /^https?:\/\/[^/?#]/.test(url) ? url.slice(0, LONGEST) : undefined;
}

// Step by step: an expression anchored at the end tries every run of such signs on the way.
function unpunctuated(link: string): string {
  let end = link.length;
  while ('.,;:!?*]'.includes(link.charAt(end - 1)) && end > 0) end--;
  return link.slice(0, end);
}
