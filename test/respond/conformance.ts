// What every action must do, on the simulated tenant and on any other that is given: twice out, checked, twice back, checked;
// and its refusals.

import { expect, it } from 'vitest';
import type { EntityRef } from '../../src/model/finding.ts';
import type { EntityLabel } from '../../src/model/graph.ts';
import { TenantError } from '../../src/respond/action.ts';
import type { ActionSpec, Json, Tenant } from '../../src/respond/action.ts';
import type { CopyRef } from '../../src/respond/copies.ts';
import { simulatedTenant } from '../../src/tenant/simulated.ts';
import type { ObjectStore, Simulation } from '../../src/tenant/simulated.ts';

export function memory(): ObjectStore & { readonly kept: Map<string, Json> } {
  const kept = new Map<string, Json>();
  return {
    kept,
    get: (id) => Promise.resolve(kept.get(id)),
    put: (id, value) => {
      kept.set(id, value);
      return Promise.resolve();
    },
    getAll: (ids) => Promise.resolve(new Map([...kept].filter(([id]) => ids.includes(id)))),
    putAll: (values) => {
      for (const [id, value] of values) kept.set(id, value);
      return Promise.resolve();
    },
  };
}

/** Copies of a message, or of a campaign of two, known by the key `ana`. */
export const copiesOfAna: readonly CopyRef[] = [
  { message: 'm1@evil.test', network: '00000000-0000-4000-8000-000000000001', recipient: 'ana@contoso.test' },
  { message: 'm1@evil.test', network: '00000000-0000-4000-8000-000000000001', recipient: 'bo@contoso.test' },
  { message: 'm2@evil.test', network: '00000000-0000-4000-8000-000000000002', recipient: 'ana@contoso.test' },
];

const isOfAna = (copy: CopyRef): boolean =>
  copiesOfAna.some(({ message, recipient }) => message === copy.message && recipient === copy.recipient);

export function tenantOf(more: Partial<Simulation> = {}): Tenant {
  let clock = 1_000;
  return simulatedTenant({
    store: memory(),
    directory: {
      user: (id) =>
        Promise.resolve(
          id === 'ana'
            ? { name: 'ana@contoso.test', kind: 'person' }
            : id === 'guest'
              ? { name: 'guest@elsewhere.test', kind: 'external' }
              : undefined,
        ),
      rule: (id) =>
        Promise.resolve(
          id === 'ana'
            ? { mailbox: 'ana@contoso.test', name: '.' }
            : id === 'gone'
              ? { mailbox: 'ana@contoso.test', name: '.', removed: true }
              : undefined,
        ),
      copies: (target) => Promise.resolve(target.key === 'ana' ? copiesOfAna : undefined),
      hasCopies: (copies) => Promise.resolve(copies.map(isOfAna)),
    },
    now: () => (clock += 1),
    ...more,
  });
}

export interface Setting {
  /** What it is done to, where it can be done to several kinds of thing. */
  readonly label?: EntityLabel;
  /** A tenant as it is before anything was done, anew each time. */
  readonly make?: () => Promise<Tenant>;
  /** What must be so before it makes sense. */
  readonly given?: (tenant: Tenant) => Promise<void>;
}

export function conforms(spec: ActionSpec, { label = spec.labels[0] ?? 'User', make, given }: Setting = {}): void {
  const target: EntityRef = { label, key: 'ana' };
  const anew = async (): Promise<Tenant> => {
    const tenant = make === undefined ? tenantOf() : await make();
    await given?.(tenant);
    return tenant;
  };

  it('does what it says, read back, also the second time', async () => {
    const tenant = await anew();
    const before = await spec.snapshot(tenant, target);
    expect(await spec.verify(tenant, target, before)).toMatchObject({ ok: false });
    for (let time = 0; time < 2; time += 1) {
      await spec.carryOut(tenant, target, before);
      expect(await spec.verify(tenant, target, before)).toMatchObject({ ok: true });
    }
  });

  it('can be undone twice, or says why not', async () => {
    if (!spec.reversible) {
      expect(spec.noInverse).toMatch(/\w{3}/);
      expect(spec.undo).toBeUndefined();
      return;
    }
    const tenant = await anew();
    const before = await spec.snapshot(tenant, target);
    await spec.carryOut(tenant, target, before);
    for (let time = 0; time < 2; time += 1) {
      await spec.undo?.(tenant, target, before);
      expect(await spec.verifyUndone?.(tenant, target, before)).toMatchObject({ ok: true });
    }
    expect(await spec.snapshot(tenant, target)).toEqual(before);
    expect(await spec.verify(tenant, target, before)).toMatchObject({ ok: false });
  });

  it('restores what was, not what is usual', async () => {
    if (spec.undo === undefined) return;
    const tenant = await anew();
    await spec.carryOut(tenant, target, null);
    const alreadyDone = await spec.snapshot(tenant, target);
    await spec.carryOut(tenant, target, alreadyDone);
    await spec.undo(tenant, target, alreadyDone);
    expect(await spec.verify(tenant, target, alreadyDone)).toMatchObject({ ok: true });
  });

  it('rehearses without touching anything', async () => {
    const store = memory();
    const tenant = tenantOf({ store });
    await given?.(tenant);
    const before = new Map(store.kept);
    await spec.snapshot(tenant, target);
    expect(store.kept).toEqual(before);
  });

  it('fails by name on what does not exist', async () => {
    const nobody: EntityRef = { label, key: 'nobody' };
    await expect(spec.snapshot(await anew(), nobody)).rejects.toMatchObject({ trouble: 'notFound' });
    await expect(spec.carryOut(await anew(), nobody, null)).rejects.toMatchObject({ trouble: 'notFound' });
  });

  it('lets a busy tenant be told from a refusal', async () => {
    const busy = tenantOf({ trouble: () => new TenantError('throttled', 'too many requests', 1_000) });
    await expect(spec.carryOut(busy, target, null)).rejects.toMatchObject({ isPassing: true, retryAfterMs: 1_000 });
  });

  it('has a snapshot that survives storage as text', async () => {
    const before = await spec.snapshot(await anew(), target);
    expect(JSON.parse(JSON.stringify(before))).toEqual(before);
  });

  it('previews what changes and both ways it may turn out', () => {
    const preview = spec.preview('ana@contoso.test');
    expect(preview.changes).toContain('ana@contoso.test');
    for (const says of [preview.changes, preview.ifRight, preview.ifWrong, preview.undo, spec.delay])
      expect(says.length).toBeGreaterThan(5);
  });
}
