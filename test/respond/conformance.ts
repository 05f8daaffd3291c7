// What every action must do, run on the simulated tenant: twice out, checked, twice back, checked; and its refusals.

import { expect, it } from 'vitest';
import type { EntityRef } from '../../src/model/finding.ts';
import { TenantError } from '../../src/respond/action.ts';
import type { ActionSpec, Json, Tenant } from '../../src/respond/action.ts';
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
  };
}

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
    },
    now: () => (clock += 1),
    ...more,
  });
}

export function conforms(spec: ActionSpec): void {
  const target: EntityRef = { label: spec.label, key: 'ana' };

  it('does what it says, read back, also the second time', async () => {
    const tenant = tenantOf();
    const before = await spec.snapshot(tenant, target);
    expect(await spec.verify(tenant, target, before)).toMatchObject({ ok: false });
    for (let time = 0; time < 2; time += 1) {
      await spec.carryOut(tenant, target);
      expect(await spec.verify(tenant, target, before)).toMatchObject({ ok: true });
    }
  });

  it('can be undone twice, or says why not', async () => {
    if (!spec.reversible) {
      expect(spec.noInverse).toMatch(/\w{3}/);
      expect(spec.undo).toBeUndefined();
      return;
    }
    const tenant = tenantOf();
    const before = await spec.snapshot(tenant, target);
    await spec.carryOut(tenant, target);
    for (let time = 0; time < 2; time += 1) {
      await spec.undo?.(tenant, target, before);
      expect(await spec.verifyUndone?.(tenant, target, before)).toMatchObject({ ok: true });
    }
    expect(await spec.snapshot(tenant, target)).toEqual(before);
    expect(await spec.verify(tenant, target, before)).toMatchObject({ ok: false });
  });

  it('restores what was, not what is usual', async () => {
    if (spec.undo === undefined) return;
    const tenant = tenantOf();
    await spec.carryOut(tenant, target);
    const alreadyDone = await spec.snapshot(tenant, target);
    await spec.carryOut(tenant, target);
    await spec.undo(tenant, target, alreadyDone);
    expect(await spec.verify(tenant, target, alreadyDone)).toMatchObject({ ok: true });
  });

  it('rehearses without touching anything', async () => {
    const store = memory();
    await spec.snapshot(tenantOf({ store }), target);
    expect(store.kept.size).toBe(0);
  });

  it('fails by name on what does not exist', async () => {
    const nobody: EntityRef = { label: spec.label, key: 'nobody' };
    await expect(spec.snapshot(tenantOf(), nobody)).rejects.toMatchObject({ trouble: 'notFound' });
    await expect(spec.carryOut(tenantOf(), nobody)).rejects.toMatchObject({ trouble: 'notFound' });
  });

  it('lets a busy tenant be told from a refusal', async () => {
    const busy = tenantOf({ trouble: () => new TenantError('throttled', 'too many requests', 1_000) });
    await expect(spec.carryOut(busy, target)).rejects.toMatchObject({ isPassing: true, retryAfterMs: 1_000 });
  });

  it('has a snapshot that survives storage as text', async () => {
    const before = await spec.snapshot(tenantOf(), target);
    expect(JSON.parse(JSON.stringify(before))).toEqual(before);
  });

  it('previews what changes and both ways it may turn out', () => {
    const preview = spec.preview('ana@contoso.test');
    expect(preview.changes).toContain('ana@contoso.test');
    for (const says of [preview.changes, preview.ifRight, preview.ifWrong, preview.undo, spec.delay])
      expect(says.length).toBeGreaterThan(5);
  });
}
