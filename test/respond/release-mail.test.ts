import { describe, expect, it } from 'vitest';
import type { Tenant } from '../../src/respond/action.ts';
import { releaseMail } from '../../src/respond/actions/release-mail.ts';
import { conforms, copiesOfAna, tenantOf } from './conformance.ts';
import { about, accusing } from './mail-ground.ts';

const given = (tenant: Tenant) => tenant.changeCopies(copiesOfAna, { kind: 'move', to: 'held' });

describe('release-mail', () => {
  conforms(releaseMail, { given });
  describe('of a campaign', () => conforms(releaseMail, { label: 'Campaign', given }));
});

const message = { label: 'Email', key: 'ana' } as const;

it('brings back what was held and what went to junk, not what its owner threw away, and can be taken back', async () => {
  const tenant = tenantOf();
  const places = async () => (await tenant.copyStates(copiesOfAna, 'move')).map((state) => state?.place);
  await tenant.changeCopies(copiesOfAna.slice(0, 1), { kind: 'move', to: 'held' });
  await tenant.changeCopies(copiesOfAna.slice(1, 2), { kind: 'move', to: 'junk' });
  await tenant.changeCopies(copiesOfAna.slice(2), { kind: 'move', to: 'deleted' });
  const before = await releaseMail.snapshot(tenant, message);
  await releaseMail.carryOut(tenant, message, before);
  expect(await places()).toEqual(['inbox', 'inbox', 'deleted']);
  await releaseMail.undo?.(tenant, message, before);
  expect(await places()).toEqual(['held', 'junk', 'deleted']);
});

it('is never proposed', () => {
  expect(releaseMail.targets({ id: 'i', findings: [accusing('extortion-mail', [about('Email', 'm')])], involves: [] })).toEqual(
    [],
  );
});
