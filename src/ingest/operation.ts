// One deed, several spellings: `Update user.` in the unified log is `Update user` in the Entra log, and some names hold
// an en dash and a trailing blank.

/** Trimmed, dashes folded, no final full stop. */
export const foldOperation = (text: string): string =>
  text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*\.$/, '');

/** What the two records of one directory change share. */
export function directoryAct(correlation: string, operation: string, target: string): string {
  const deed = operation.toLowerCase();
  return `directory:${correlation.toLowerCase()}:${UNIFIED_NAME[deed] ?? deed}:${target.toLowerCase()}`;
}

// Where the two logs call a deed by other words, the unified log's.
const UNIFIED_NAME: Readonly<Record<string, string>> = {
  'reset password (by admin)': 'reset user password',
  'change password (self-service)': 'change user password',
};

/** What the two records of one sign-in share. */
export const signInAct = (id: string): string => `signIn:${id.toLowerCase()}`;
