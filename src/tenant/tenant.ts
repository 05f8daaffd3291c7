// Microsoft 365, or what stands in for it, behind one door.

export { TenantError } from '../respond/action.ts';
export type { InboxRule, Tenant, TenantTrouble, TenantUser } from '../respond/action.ts';
