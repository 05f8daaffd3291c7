import { describe as about, expect, it } from 'vitest';
import { describe, shown } from '../../../src/learn/peers/label.ts';
import { crowd, today, use, used, write } from './working.ts';
import type { Use } from './working.ts';

const team = crowd('a', 4);
const named = (uses: readonly Use[], inside: (member: string) => number = () => 1) => describe(used(uses), today, team, inside);
const sites = 'https://contoso.sharepoint.test/sites';

about('a label', () => {
  it('names the department, and what the members share', () => {
    const uses = [
      ...use(team, 'department', 'finance'),
      ...use(team, 'site', `${sites}/VendorPay`),
      ...['payables', 'receivables', 'tax'].flatMap((box) => use(team, 'mailbox', `${box}@contoso.test`)),
    ];
    expect(named(uses)).toEqual({ name: 'finance', label: 'finance: 4 people, 3 shared mailboxes, VendorPay site' });
  });

  it('names what is theirs before what is everybody’s', () => {
    const uses = [
      ...use([...team, ...crowd('x', 50)], 'site', `${sites}/Intranet`),
      ...use(team.slice(1), 'site', `${sites}/Legal/`),
    ];
    expect(named(uses)).toEqual({ name: 'Legal', label: 'Legal: 4 people, Intranet site' });
    expect(named([...use([...team, ...crowd('x', 50)], 'mailbox', 'news@contoso.test')]).label).not.toContain('mailbox');
  });

  it('names a mailbox by its first part, and the person at the heart where nothing is shared', () => {
    expect(named(use(team, 'mailboxWritten', 'offers@contoso.test')).label).toBe('offers: 4 people, one shared mailbox');
    expect(named(write(team), (member) => (member === 'a102' ? 5 : 1)).label).toBe('around a102: 4 people');
  });

  it('knows nothing of what came on the day or was taken back', () => {
    expect(named(use(team, 'site', 'sites/Later', today)).name).toBe('around a100');
  });

  it('is not made of what fewer than half use', () => {
    expect(named(use(team.slice(0, 1), 'site', 'sites/Own')).name).toBe('around a100');
  });
});

about('a name from outside', () => {
  it('is one short line, without characters that move the text around it', () => {
    expect(shown('Legal\n\u202eevil\u0000 \u200b site')).toBe('Legal evil site');
    expect(shown('x'.repeat(500))).toHaveLength(40);
    expect(named(use(team, 'site', `sites/${'<script>\u001b[31m'.repeat(20)}`)).label.length).toBeLessThan(80);
  });

  it('is said to have none when nothing is left', () => {
    expect(named(use(team, 'site', '\u202e\u202e')).name).toBe('unnamed');
  });
});
