import { describe, expect, it } from 'vitest';
import { keptMessage } from '../../src/ingest/email/kept-message.ts';
import { Field } from '../../src/ingest/field.ts';
import { measurementOf } from '../../src/mail/measure.ts';
import { rawLetter } from '../support/letters.ts';

const back = (value: unknown) => keptMessage(new Field(JSON.parse(JSON.stringify(value))));

describe('the record of a message that was kept', () => {
  it('comes back as it was', () => {
    const checked = {
      spf: { result: 'pass', domain: 'fabrikam.test' },
      dkim: [{ result: 'pass' }],
      arc: { result: 'none', sets: 2 },
    };
    const found = { type: 'zip', entries: [{ name: 'a.exe', depth: 1, size: 3, isEncrypted: true }] } as const;
    const letter = { ...rawLetter({ html: '<p>Hi</p>', cc: ['Bo <bo@contoso.test>'], files: [{ found }] }), checked };
    expect(back(letter)).toEqual(letter);
  });

  it.each([
    ['nothing', {}],
    [
      'other shapes',
      { headers: 'x', to: [7, null, { address: {} }], attachments: { a: 1 }, size: -1, defects: [1], subject: [] },
    ],
    [
      'other shapes further down',
      { attachments: [{ found: { entries: [3], urls: 'x', type: {} } }], checked: { dkim: 'pass', spf: 1 } },
    ],
  ])('is a message that can be measured, of %s', (_, value) => {
    const message = back(value);
    expect(measurementOf(message, { authservIds: new Set() }).values['recipients.count']).toBeDefined();
  });
});
