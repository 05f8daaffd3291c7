// What every detection keeps to, whichever it is: the list is the folder.

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Detection } from '../../src/detect/detection.ts';
import type { Event } from '../../src/model/event.ts';
import { severityRank } from '../../src/model/finding.ts';
import { stages } from '../../src/model/incident.ts';
import { minutes } from '../../src/model/time.ts';
import { never, past, type Before } from '../support/examples.ts';
import {
  abroad,
  adminChange,
  bare,
  consent,
  delegation,
  fileAccess,
  mailAccess,
  mailboxRule,
  mailItem,
  methodChange,
  noon,
  other,
  refusedMfa,
  roleChange,
  service,
  signIn,
} from '../support/events.ts';

const folder = new URL('../../src/detect/rules/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));

const isDetection = (value: unknown): value is Detection =>
  typeof value === 'object' && value !== null && 'wakesOn' in value && 'judge' in value;

const rules = await Promise.all(
  files.map(async (file) => {
    const module = (await import(new URL(file, folder).href)) as Record<string, unknown>;
    return { file, found: Object.values(module).filter(isDetection) };
  }),
);

/** An intruder's evening: something in it for most rules. */
const at = (minute: number) => ({ ...abroad, at: noon + minutes(minute), device: 'thief', session: 's1' });
const evening: readonly Event[] = [
  refusedMfa(at(0)),
  refusedMfa(at(2)),
  signIn({ ...at(4), riskLevel: 'high', riskState: 'atRisk' }),
  methodChange({ ...at(8), ...service }),
  methodChange({ ...at(9), change: 'added', methods: ['authenticator'], before: [], after: ['authenticator'] }),
  mailboxRule({
    ...at(12),
    name: '.',
    from: ['bo@contoso.test'],
    marksRead: true,
    movesTo: 'Archive',
    forwardsTo: ['x@evil.test'],
    words: ['invoice'],
  }),
  mailboxRule({ ...at(13), name: '..', mailbox: 'credit@contoso.test', deletes: true }),
  mailboxRule({ ...at(14), name: '...', mailbox: 'accounts@contoso.test', deletes: true }),
  ...Array.from({ length: 5 }, (_, index) => fileAccess({ ...at(20 + index), name: `Payroll ${index}.xlsx`, deed: 'previewed' })),
  mailAccess({ ...at(30), items: 120 }),
  mailAccess({ ...at(31), throttled: true, access: 'sync' }),
  mailItem({ ...at(40), deed: 'hardDeleted', items: 12, folders: ['\\Sent Items'] }),
  consent({ ...at(45), app: 'app', scopes: ['Mail.ReadWrite', 'Files.Read.All', 'offline_access'] }),
  ...['Global Administrator', 'Exchange Administrator'].map((role, index) => roleChange({ ...at(46 + index), role })),
  delegation(at(48)),
  methodChange({ ...at(49), change: 'removed', methods: ['all', 'method'], after: [] }),
  adminChange(at(50)),
  other(at(51)),
  adminChange({ ...at(52), operation: 'Set-AdminAuditLogConfig', parameters: ['UnifiedAuditLogIngestionEnabled=False'] }),
  mailItem({ ...at(53), deed: 'softDeleted', subjects: ['Your security info was changed'] }),
  ...Array.from({ length: 12 }, (_, index) => fileAccess({ ...at(55 + index), name: `Plan ${index}.docx`, deed: 'downloaded' })),
  mailboxRule({ ...at(70), name: 'Copy', mailbox: 'credit@contoso.test', forwardsTo: ['x@evil.test'] }),
];
const stranger: Before = {
  events: evening,
  rare: { country: { DE: never }, network: { [String(abroad.asn)]: never } },
  shared: ['credit@contoso.test', 'accounts@contoso.test'],
};

describe.each(rules)('$file', ({ file, found }) => {
  it('holds one detection of its own name', () => {
    expect(found.map(({ id }) => id)).toEqual([file.replace(/\.ts$/, '')]);
  });

  for (const rule of found) {
    it('says what it is, guards against and cannot see', () => {
      expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(rule.title.length).toBeGreaterThan(5);
      expect(rule.guards.length).toBeGreaterThan(20);
      expect(rule.blindTo.length).toBeGreaterThan(20);
      expect(stages).toContain(rule.stage);
      expect(rule.techniques.length).toBeGreaterThan(0);
      for (const technique of rule.techniques) expect(technique).toMatch(/^T\d{4}(\.\d{3})?$/);
      for (const tactic of rule.tactics) expect(tactic).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(rule.wakesOn.length).toBeGreaterThan(0);
    });

    it('survives events of which nothing is known', () => {
      for (const kind of rule.wakesOn) {
        const event = bare(kind);
        for (const before of [{}, stranger, { events: [bare(kind, 'a'), bare(kind, 'b')] }])
          expect(() => rule.judge(event, past(before, event))).not.toThrow();
        expect(() => rule.judge({ ...event, actor: 'ana@contoso.test' }, past(stranger, event))).not.toThrow();
      }
    });

    it('names its evidence, and says the same twice', () => {
      for (const event of evening.filter(({ kind }) => rule.wakesOn.includes(kind))) {
        const hit = rule.judge(event, past(stranger, event));
        expect(rule.judge(event, past(stranger, event))).toEqual(hit);
        if (hit === undefined) continue;

        expect(hit.because).toContain(event.id);
        expect(new Set(hit.because).size).toBe(hit.because.length);
        expect(hit.about.length).toBeGreaterThan(0);
        expect(hit.about.every(({ key }) => key !== '')).toBe(true);
        expect(hit.key).not.toBe('');
        expect(hit.gathersFor).toBeGreaterThan(0);
        expect(hit.surpriseBits).toBeGreaterThanOrEqual(0);
        expect(severityRank(hit.severity)).toBeLessThanOrEqual(severityRank(rule.severity));
        expect(hit.says).toMatch(/^[^A-Z].*[^.]$/);
        expect(hit.says).not.toMatch(/undefined|NaN|\[object/);
      }
    });
  }
});
