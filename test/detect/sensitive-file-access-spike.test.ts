import { describe, expect, it } from 'vitest';
import { sensitiveFileAccessSpike } from '../../src/detect/rules/sensitive-file-access-spike.ts';
import { isSensitive } from '../../src/detect/words.ts';
import { hours, minutes } from '../../src/model/time.ts';
import { abroad, ana, fileAccess, noon, series, signIn } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const germany = { country: { DE: never } };
const finance = 'https://contoso.sharepoint.test/sites/FinanceTeam';
const invoice = (at: { at: number }, i: number) =>
  fileAccess({ ...at, ...abroad, id: `i${i}`, name: `Invoice ${i}.pdf`, deed: 'previewed' });
const strangeSite = { site: { [finance]: { ...never, own: 2, total: 300 } } };
const there = (at: { at: number }, i: number) => fileAccess({ ...at, site: finance, name: `Payroll ${i}.xlsx` });
const worker = { today: 90, activeDays: 20, median: 8, deviation: 3, highest: 20 };
const today = series(40, (at, i) => fileAccess({ ...at, name: `Contract ${i}.docx` }), noon, minutes(2));

examples(sensitiveFileAccessSpike, {
  'fires when two sensitive files are read from where nobody is': {
    event: fileAccess({ ...abroad, id: 'x', name: 'Payroll 2026.xlsx', deed: 'previewed' }),
    past: { rare: germany, events: series(1, invoice) },
    finds: {
      severity: 'medium',
      key: `${ana}/DE`,
      because: ['i0', 'x'],
      says: /^previewed 2 sensitive files within 12 hours \(“Invoice 0\.pdf” and “Payroll 2026\.xlsx”\), from Germany/,
      about: [{ label: 'File', key: 'https://contoso.sharepoint.test/sites/Team/Shared Documents/Payroll 2026.xlsx' }],
    },
  },
  'is high when there are four': {
    event: fileAccess({ ...abroad, name: 'Payroll 2026.xlsx' }),
    past: { rare: germany, events: series(3, invoice) },
    finds: { severity: 'high' },
  },
  'stays quiet when it is twice the same file': {
    event: fileAccess({ ...abroad, name: 'Invoice 0.pdf' }),
    past: { rare: germany, events: series(1, invoice) },
    finds: undefined,
  },
  'stays quiet when the other is a lunch menu': {
    event: fileAccess(abroad),
    past: { rare: germany, events: series(1, invoice) },
    finds: undefined,
  },
  'stays quiet when only thumbnails were made': {
    event: fileAccess({ ...abroad, name: 'Payroll 2026.xlsx', automatic: true }),
    past: { rare: germany, events: series(3, invoice) },
    finds: undefined,
  },
  'stays quiet when they read two at their desk': {
    event: fileAccess({ name: 'Payroll 2026.xlsx' }),
    past: { events: series(1, (at) => fileAccess({ ...at, name: 'Invoice.pdf' })) },
    finds: undefined,
  },
  'stays quiet when they travel with their own laptop': {
    event: fileAccess({ ...abroad, name: 'Payroll 2026.xlsx' }),
    past: {
      rare: germany,
      events: [
        ...series(1, invoice),
        signIn({ device: 'laptop', at: noon - hours(60) }),
        signIn({ ...abroad, device: 'laptop', at: noon - hours(5) }),
      ],
    },
    finds: undefined,
  },
  'is low when three are read at a site they and their peers never used': {
    event: fileAccess({ site: finance, name: 'Payroll 9.xlsx' }),
    past: { rare: strangeSite, events: series(2, there, noon, minutes(3)) },
    finds: { severity: 'low', says: /which they had not used before and 0 of 38 peers had$/ },
  },
  'stays quiet when they were there last week': {
    event: fileAccess({ site: finance, name: 'Payroll 9.xlsx' }),
    past: {
      rare: strangeSite,
      events: [...series(2, there, noon, minutes(3)), fileAccess({ site: finance, at: noon - hours(150) })],
    },
    finds: undefined,
  },
  'is low when a day is thrice as full as any before': {
    event: fileAccess({ name: 'Contract last.docx' }),
    past: { rates: { sensitiveFilesRead: worker }, events: today },
    finds: { severity: 'low', says: /where 8 are usual a day and 20 were the most in 20 days$/ },
  },
  'stays quiet at month’s end in finance': {
    event: fileAccess({ name: 'Contract last.docx' }),
    past: { rates: { sensitiveFilesRead: { ...worker, today: 45 } }, events: today },
    finds: undefined,
  },
});

describe('words that a thief looks for', () => {
  it.each([
    'Q1 Invoice.pdf',
    'AP-InvoiceBatch.xlsx',
    'Gehaltsabrechnung März.pdf',
    'Übersicht Kundenrechnungen.docx',
    'Mots de passe.txt mot de passe',
    'nómina enero.xls',
    '契約書.pdf',
    'パスワード.txt',
    '비밀번호.txt',
    'договор 7.docx',
    'Board minutes.docx',
    'vault.kdbx',
  ])('knows %s', (name) => expect(isSensitive(name)).toBe(true));
  it.each([
    'Dashboard.pptx',
    'Boarding times.txt',
    'Lunch menu.docx',
    'NDA Template.docx',
    'Password Policy.pdf',
    'https://contoso.sharepoint.com/sites/Finance/Shared Documents/menu.docx',
    '%E0%A4%A.txt',
  ])('passes over %s', (name) => expect(isSensitive(name)).toBe(false));
});
