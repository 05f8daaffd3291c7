import { describe, expect, it } from 'vitest';
import { stripAttachments } from '../../src/respond/actions/strip-attachments.ts';
import { conforms } from './conformance.ts';
import { about, accusing } from './mail-ground.ts';

describe('strip-attachments', () => conforms(stripAttachments));

it('is proposed for a message with a file, and not grave enough to be held', () => {
  const targets = (...more: Parameters<typeof accusing>[1]) =>
    stripAttachments.targets({
      id: 'i',
      findings: [accusing('fake-thread', [about('Email', 'm'), ...more], 'low')],
      involves: [],
    });
  expect(targets({ label: 'File', key: 'f', role: 'file' })).toEqual([{ label: 'Email', key: 'm' }]);
  expect(targets()).toEqual([]);
});
