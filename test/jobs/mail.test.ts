// Messages scored out of files, without a database: one line for each, always.

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openMail } from '../../src/jobs/mail.ts';
import type { MailOffice, Scored } from '../../src/jobs/mail.ts';
import { createLog } from '../../src/log.ts';
import { explained } from '../../src/mail/explain.ts';
import { scoredView } from '../../src/view.ts';
import { folder } from '../support/folder.ts';

const extortion = [
  'Received: from mx.nowhere.test ([203.0.113.9]) by mail.contoso.test; Wed, 4 Mar 2026 09:00:00 +0000',
  'From: Your Shadow <n7@nowhere.test>',
  'To: ana@contoso.test',
  'Subject: I know what you did',
  'Message-ID: <m1@nowhere.test>',
  'Date: Wed, 4 Mar 2026 09:00:00 +0000',
  '',
  'I have hacked your device and installed my malware on it. I recorded a video of you through your camera.',
  'Send 1200 USD in Bitcoin to my wallet 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa within 24 hours.',
  'If you do not pay, I will send the video to all of your contacts. More at https://pay.nowhere.test/x',
].join('\r\n');
const note = [
  'From: Bo Lind <bo@contoso.test>',
  'To: ana@contoso.test',
  'Subject: Lunch',
  'Message-ID: <m2@contoso.test>',
  'Date: Wed, 4 Mar 2026 09:00:00 +0000',
  '',
  'Hi Ana, shall we have lunch at noon? The report is nearly done. Bo',
].join('\r\n');

const here = folder('mail');
let office: MailOffice;

beforeAll(async () => {
  here.write({ 'extortion.eml': extortion, 'note.eml': note, 'none.eml': '\0\0\0' });
  office = await openMail(readConfig({ SKEIN_HOME: join(here.path, 'home'), HOME_DOMAINS: 'contoso.test' }), createLog('silent'));
});
afterAll(async () => {
  await office.close();
  here.remove();
});

async function scored(name: string): Promise<Scored> {
  for await (const one of office.score(join(here.path, name))) return one;
  throw new Error(`nothing was said of ${name}`);
}

describe('a scored message', () => {
  it('is held at the top of the scale when a model holds it, with the action told apart', async () => {
    const view = scoredView(await scored('extortion.eml'));
    expect(view).toMatchObject({ action: 'hold', tags: ['extortion'], file: join(here.path, 'extortion.eml') });
    expect(view.score).toBeGreaterThanOrEqual(95);
    expect(view.models.map(({ id }) => id)).toContain('extortion-with-wallet');
    expect(view.reasons.map(({ id }) => id)).toContain('action');
    expect(Math.round(view.reasons.reduce((sum, { weight }) => sum + weight, 0))).toBe(view.score);
    expect(view.metrics['money.wallets']).toBe(1);
  });

  it('is low and left alone when a colleague asks to lunch', async () => {
    const { score, action, models } = scoredView(await scored('note.eml'));
    expect({ action, models }).toEqual({ action: 'none', models: [] });
    expect(score).toBeLessThan(20);
  });

  it('that cannot be read at all has a line too, which says so', async () => {
    const { verdict, reading } = await scored('none.eml');
    expect(reading.message.defects).toHaveLength(1);
    expect(verdict.action).toBe('none');
  });

  it('is explained in words, its links harmless', async () => {
    const { reading, verdict } = await scored('extortion.eml');
    const text = explained(reading, verdict).join('\n');
    expect(text).toContain('to be held');
    expect(text).toContain('extortion-with-wallet');
    expect(text).toContain('hxxps://pay[.]nowhere.test/x');
    expect(text).not.toContain('https://');
  });

  it('leaves nothing behind', async () => {
    await scored('note.eml');
    const { existsSync } = await import('node:fs');
    expect(existsSync(join(here.path, 'home'))).toBe(false);
  });
});
