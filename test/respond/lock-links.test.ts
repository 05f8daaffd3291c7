import { describe, expect, it } from 'vitest';
import { lockLinks } from '../../src/respond/actions/lock-links.ts';
import { conforms } from './conformance.ts';
import { about, accusing } from './mail-ground.ts';

describe('lock-links', () => conforms(lockLinks));

it('is proposed for a message that leads somewhere, and is not grave enough to be held', () => {
  const targets = (...more: Parameters<typeof accusing>[1]) =>
    lockLinks.targets({ id: 'i', findings: [accusing('fake-thread', [about('Email', 'm'), ...more], 'low')], involves: [] });
  expect(targets({ label: 'Url', key: 'https://evil.test', role: 'link' })).toEqual([{ label: 'Email', key: 'm' }]);
  expect(targets()).toEqual([]);
});
