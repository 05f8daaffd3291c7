import { describe, expect, it } from 'vitest';
import { junkMail } from '../../src/respond/actions/junk-mail.ts';
import { conforms, copiesOfAna, tenantOf } from './conformance.ts';
import { about, accusing } from './mail-ground.ts';

describe('junk-mail', () => {
  conforms(junkMail);
  describe('of a campaign', () => conforms(junkMail, { label: 'Campaign' }));
});

const message = { label: 'Email', key: 'ana' } as const;

it('leaves what is held or thrown away where it is', async () => {
  const tenant = tenantOf();
  await tenant.changeCopies(copiesOfAna.slice(0, 1), { kind: 'move', to: 'held' });
  await tenant.changeCopies(copiesOfAna.slice(1, 2), { kind: 'move', to: 'deleted' });
  const before = await junkMail.snapshot(tenant, message);
  await junkMail.carryOut(tenant, message, before);
  expect((await tenant.copyStates(copiesOfAna, 'move')).map((state) => state?.place)).toEqual(['held', 'deleted', 'junk']);
  expect(await junkMail.verify(tenant, message, before)).toMatchObject({ ok: true, says: 'moved to junk 1 of 1' });
});

it('is for none where all are held', async () => {
  const tenant = tenantOf();
  await tenant.changeCopies(copiesOfAna, { kind: 'move', to: 'held' });
  await expect(junkMail.snapshot(tenant, message)).rejects.toMatchObject({
    trouble: 'refused',
    message: 'it is for none of the copies as they are',
  });
});

it('is proposed for what is not grave enough to be held', () => {
  const targets = (severity: 'low' | 'medium') =>
    junkMail.targets({ id: 'i', findings: [accusing('fake-thread', [about('Email', 'm')], severity)], involves: [] });
  expect(targets('low')).toEqual([{ label: 'Email', key: 'm' }]);
  expect(targets('medium')).toEqual([]);
});
