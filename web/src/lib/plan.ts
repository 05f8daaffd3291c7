// Words for where an action stands, and who may decide.

type Status = 'proposed' | 'approved' | 'denied' | 'expired' | 'dryRun' | 'executing' | 'verified' | 'failed' | 'reverted';

const words: Readonly<Record<Status, string>> = {
  proposed: 'waiting',
  approved: 'approved',
  denied: 'denied',
  expired: 'lapsed',
  dryRun: 'tried dry, nothing changed',
  executing: 'running',
  verified: 'checked',
  failed: 'failed',
  reverted: 'undone',
};

export const ended = (status: Status): string => words[status];

/** Said before the act. */
export const undo = ({ reversible, reach }: { readonly reversible: boolean; readonly reach: string }): string =>
  reversible ? 'can be undone' : /nothing to undo/i.test(reach) ? 'nothing to undo' : 'cannot be undone';

const roles = ['VIEWER', 'ANALYST', 'RESPONDER', 'ADMIN'];

export const mayDecide = (role: string | undefined): boolean =>
  role !== undefined && roles.indexOf(role) >= roles.indexOf('RESPONDER');
