import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/model/action.ts';
import type { Telling } from '../../src/narrate/acquaintance.ts';
import { actions } from '../../src/respond/all.gen.ts';
import { accountsInQuestion } from '../../src/respond/action.ts';
import { cautious } from '../../src/respond/policy.ts';
import type { Policy } from '../../src/respond/policy.ts';
import { propose } from '../../src/respond/propose.ts';
import { at, finding, methodChange, single, storyA, storyB, travels } from '../support/incidents.ts';
import { about, accusing } from './mail-ground.ts';

const now = 5_000;
const proposals = (telling: Telling, policy: Policy = cautious, background = false): readonly Action[] =>
  propose({
    occasion: { id: 'i1', findings: telling.findings, involves: [], escalation: telling.escalation, background },
    specs: actions,
    policy,
    namesOf: ({ key }) => [telling.nameOf(key)],
    now,
  });
const plan = (it: readonly Action[]): readonly string[] => it.map(({ action, target }) => `${action} ${target.key}`);

describe('what is proposed', () => {
  it('comes in order: revoke, then disable, then rules', () => {
    expect(plan(proposals(storyA()))).toEqual([
      'revoke-sessions u-priya',
      'disable-account u-priya',
      'disable-inbox-rule priya\\.',
    ]);
  });

  it('holds every rule of the incident', () => {
    expect(plan(proposals(storyB())).filter((it) => it.startsWith('disable-inbox-rule'))).toHaveLength(4);
  });

  it('is nothing for a traveller, a lone low finding or a background incident', () => {
    expect(proposals(travels())).toEqual([]);
    expect(proposals(single())).toEqual([]);
    expect(proposals(storyA(), cautious, true)).toEqual([]);
  });

  it('asks, says why, and what each way costs', () => {
    for (const it of proposals(storyA())) {
      expect(it).toMatchObject({
        status: 'proposed',
        mode: 'confirm',
        incident: 'i1',
        proposedAt: now,
        expiresAt: now + 7 * 86_400_000,
      });
      expect(it.because).toMatch(/an unusual sign-in and a suspicious mail rule.*If right: .*If wrong: .*Asks because/);
      expect(it.reach).toMatch(/undo/);
    }
  });

  it('has the same ids the second time, and others for another incident', () => {
    const [first, again] = [proposals(storyA()), proposals(storyA())];
    expect(again).toEqual(first);
    expect(new Set(first.map(({ id }) => id)).size).toBe(first.length);
  });

  it('spares a break-glass account by key or name', () => {
    expect(plan(proposals(storyA(), { ...cautious, breakGlass: ['priya.raman@contoso.test'] }))).toEqual([
      'disable-inbox-rule priya\\.',
    ]);
  });

  it('is approved by the policy where the machine may act alone', () => {
    const alone = proposals(storyA(), { ...cautious, mode: 'autonomous' });
    for (const it of alone)
      expect(it).toMatchObject({ mode: 'autonomous', status: 'approved', decidedBy: 'policy:unusual-sign-in-and-mail-rule' });
    for (const it of proposals(storyA(), { ...cautious, mode: 'autonomous', killSwitch: true }))
      expect(it).toMatchObject({ mode: 'confirm', status: 'proposed' });
  });

  it('goes to the owner of a second factor, not to the help desk that changed it', () => {
    const changed = finding('registered-phone-changed', [
      methodChange({ id: 'm', at: at('2026-01-01 10:00'), actor: 'desk', target: 'ana' }),
    ]);
    expect(accountsInQuestion([changed])).toEqual([{ label: 'User', key: 'ana' }]);
  });
});

describe('what is proposed about mail', () => {
  const accused = [accusing('campaign-from-new-sender', [about('Campaign', 'c'), about('Email', 'm1')])];
  const quiet = single().escalation;
  const grave = storyA().escalation;
  const mail = (given: { escalation?: typeof quiet; convicted?: boolean; policy?: Policy; findings?: typeof accused }) =>
    propose({
      occasion: {
        ...{ id: 'i1', findings: given.findings ?? accused, involves: [], background: false },
        escalation: given.escalation ?? grave,
        ...(given.convicted === true && { convictions: new Map([['c', 'two messages are judged malicious']]) }),
      },
      specs: actions,
      policy: given.policy ?? cautious,
      namesOf: ({ key }) => [key],
      extentOf: ({ label }) => (label === 'Campaign' ? { copies: 300, mailboxes: 120 } : undefined),
      now,
    });

  it('is to hold the campaign and to warn, and says how many copies that reaches', () => {
    const all = mail({});
    expect(plan(all)).toEqual(['hold-mail c', 'notify-recipients c']);
    expect(all[0]?.reach).toContain('Every copy (300 in 120 mailboxes by now) of c is taken out of its mailbox');
    expect(all.map(({ mode, reversible }) => [mode, reversible])).toEqual([
      ['confirm', true],
      ['confirm', false],
    ]);
  });

  it('waits for the incident to be worth it, but not where the campaign is convicted', () => {
    expect(mail({ escalation: quiet })).toEqual([]);
    expect(plan(mail({ escalation: quiet, convicted: true }))).toEqual(['hold-mail c', 'notify-recipients c']);
  });

  it('is done alone with a convicted campaign, the warning not', () => {
    const alone: Policy = { ...cautious, mode: 'autonomous' };
    const [hold, warn] = mail({ convicted: true, policy: alone });
    expect(hold).toMatchObject({ status: 'approved', mode: 'autonomous', decidedBy: 'policy:convicted-campaign' });
    expect(warn).toMatchObject({ status: 'proposed', mode: 'confirm' });
    expect(mail({ policy: alone })[0]).toMatchObject({ status: 'proposed', mode: 'confirm' });
    expect(mail({ convicted: true, policy: { ...alone, killSwitch: true } })[0]).toMatchObject({ status: 'proposed' });
  });

  it('is milder about what is not grave, and lets people have their mail', () => {
    const mild = [
      accusing(
        'fake-thread',
        [about('Email', 'm'), { label: 'Url', key: 'u', role: 'link' }, { label: 'File', key: 'f', role: 'file' }],
        'low',
      ),
    ];
    expect(plan(mail({ findings: mild }))).toEqual(['tag-mail m', 'lock-links m', 'strip-attachments m', 'junk-mail m']);
  });
});
