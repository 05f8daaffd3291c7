import { describe, expect, it } from 'vitest';
import { tagMail } from '../../src/respond/actions/tag-mail.ts';
import { conforms, copiesOfAna, tenantOf } from './conformance.ts';

describe('tag-mail', () => conforms(tagMail));

const message = { label: 'Email', key: 'ana' } as const;

it('keeps the tags that were there, also its own', async () => {
  const tenant = tenantOf();
  const tags = async () => (await tenant.copyStates(copiesOfAna, 'tag')).map((state) => state?.tags);
  await tenant.changeCopies(copiesOfAna.slice(0, 1), { kind: 'tag', tag: 'Suspicious', on: true });
  await tenant.changeCopies(copiesOfAna.slice(0, 2), { kind: 'tag', tag: 'Work', on: true });
  const before = await tagMail.snapshot(tenant, message);
  await tagMail.carryOut(tenant, message, before);
  expect(await tags()).toEqual([['Suspicious', 'Work'], ['Work', 'Suspicious'], ['Suspicious']]);
  await tagMail.undo?.(tenant, message, before);
  expect(await tags()).toEqual([['Suspicious', 'Work'], ['Work'], []]);
});

it('ends by itself', () => expect(tagMail.expiryDays).toBe(30));
