import { describe, expect, it } from 'vitest';
import { detections } from '../../src/detect/all.gen.ts';
import type { Finding, Severity } from '../../src/model/finding.ts';
import { cautious, judge, mailPolicyMet, mailRules, policyMet, signals } from '../../src/respond/policy.ts';
import type { Policy, PolicyMet } from '../../src/respond/policy.ts';
import { actions } from '../../src/respond/all.gen.ts';
import { disableAccount } from '../../src/respond/actions/disable-account.ts';
import { holdMail } from '../../src/respond/actions/hold-mail.ts';
import { notifyRecipients } from '../../src/respond/actions/notify-recipients.ts';
import { revokeSessions } from '../../src/respond/actions/revoke-sessions.ts';
import { about, accusing } from './mail-ground.ts';
import { at, finding, mailboxRule, methodChange, signIn, storyA, storyB, travels } from '../support/incidents.ts';

const day = at('2026-01-05 10:00');
const strange = (who: string, id = 's', severity: Severity = 'medium'): Finding =>
  finding('first-country-or-region', [signIn({ id, at: day, actor: who, country: 'US' })], { severity });
const rule = (who: string, detection = 'obfuscated-rule-name', severity: Severity = 'medium', id = 'r'): Finding =>
  finding(detection, [mailboxRule({ id, at: day + 1, actor: who })], { severity });
const factor = (who: string, severity: Severity = 'high', detection = 'registered-phone-changed'): Finding =>
  finding(detection, [methodChange({ id: 'm', at: day + 2, actor: who })], { severity });

describe('the combination of signals', () => {
  const cases: Readonly<Record<string, { given: readonly Finding[]; rule: string | undefined }>> = {
    'is not met by an unusual sign-in alone': { given: [strange('ana')], rule: undefined },
    'is not met by a mail rule alone': { given: [rule('ana')], rule: undefined },
    'is met by both, by one account': { given: [strange('ana'), rule('ana')], rule: 'unusual-sign-in-and-mail-rule' },
    'is met whichever is known first': { given: [rule('ana'), strange('ana')], rule: 'unusual-sign-in-and-mail-rule' },
    'is not met by two people, one of each': { given: [strange('ana'), rule('bo')], rule: undefined },
    'is not met by a rule of no weight': {
      given: [strange('ana'), rule('ana', 'rule-moves-or-deletes', 'low')],
      rule: undefined,
    },
    'is not met by a sign-in of no weight': { given: [strange('ana', 's', 'low'), rule('ana')], rule: undefined },
    'is met by a rule that hides mail': {
      given: [strange('ana'), rule('ana', 'rule-moves-or-deletes')],
      rule: 'unusual-sign-in-and-mail-rule',
    },
    'is met by rules in many mailboxes': {
      given: [strange('ana'), rule('ana', 'one-actor-many-mailbox-rules')],
      rule: 'unusual-sign-in-and-mail-rule',
    },
    'is met by an unusual sign-in and a changed phone': {
      given: [strange('ana'), factor('ana')],
      rule: 'unusual-sign-in-and-second-factor',
    },
    'is met by an unusual sign-in and a second factor switched off': {
      given: [strange('ana'), factor('ana', 'high', 'mfa-disabled')],
      rule: 'unusual-sign-in-and-second-factor',
    },
    'is not met by a second factor switched off alone': { given: [factor('ana', 'high', 'mfa-disabled')], rule: undefined },
    'is not met by a changed phone alone': { given: [factor('ana')], rule: undefined },
    'is met by a changed phone and rules in many mailboxes': {
      given: [factor('ana'), rule('ana', 'one-actor-many-mailbox-rules')],
      rule: 'second-factor-and-many-mailboxes',
    },
    'is not met by a changed phone and one rule': { given: [factor('ana'), rule('ana')], rule: undefined },
    'is not met by two unusual sign-ins': { given: [strange('ana', 's1'), strange('ana', 's2')], rule: undefined },
    'is not met by detections nobody listed': { given: [strange('ana'), rule('ana', 'entirely-new')], rule: undefined },
    'is not met by nothing': { given: [], rule: undefined },
  };

  it.each(Object.entries(cases))('%s', (_, { given, rule: expected }) => {
    const met = policyMet(given);
    expect(met.met ? met.rule : undefined).toBe(expected);
  });

  it('is met in story A at the rule, and at no finding before it', () => {
    const { findings } = storyA();
    const firstMet = findings.findIndex((_, index) => policyMet(findings.slice(0, index + 1)).met);
    expect(findings[firstMet]?.because).toContain('a8');
    expect(policyMet(findings)).toMatchObject({ met: true, who: 'u-priya', rule: 'unusual-sign-in-and-mail-rule' });
  });

  it('is met in story B when the stranger signs in, and never by a traveller', () => {
    const { findings } = storyB();
    expect(policyMet(findings.slice(0, 1)).met).toBe(false);
    expect(policyMet(findings.slice(0, 2))).toMatchObject({ met: true, rule: 'unusual-sign-in-and-second-factor' });
    expect(policyMet(travels().findings).met).toBe(false);
  });

  it('names the findings it rests on', () => {
    const given = [strange('ana'), rule('ana')];
    expect(policyMet(given)).toMatchObject({ completedBy: given[1]?.id, findings: given.map(({ id }) => id) });
  });

  it('counts a second factor changed by somebody else against its owner too', () => {
    const changed = finding('registered-phone-changed', [methodChange({ id: 'm', at: day, actor: 'admin', target: 'ana' })], {
      severity: 'high',
    });
    expect(policyMet([strange('ana'), changed])).toMatchObject({ met: true, who: 'ana' });
  });
});

describe('what the machine may do', () => {
  const met = policyMet([strange('ana'), rule('ana')]);
  const alone: Policy = { ...cautious, mode: 'autonomous' };
  const mode = (changed: {
    policy?: Policy;
    met?: PolicyMet;
    key?: string;
    names?: readonly string[];
    probability?: number;
    spec?: (typeof actions)[number];
  }) =>
    judge({
      spec: changed.spec ?? disableAccount,
      target: { label: 'User', key: changed.key ?? 'ana' },
      names: changed.names ?? ['ana@contoso.test'],
      met: changed.met ?? met,
      probability: changed.probability ?? 0.9,
      policy: changed.policy ?? alone,
    });

  const cases: Readonly<Record<string, { given: Parameters<typeof mode>[0]; mode: string }>> = {
    'acts alone where everything allows it': { given: {}, mode: 'autonomous' },
    'asks by default': { given: { policy: cautious }, mode: 'confirm' },
    'asks while the kill switch is on': { given: { policy: { ...alone, killSwitch: true } }, mode: 'confirm' },
    'only watches where the operator says so': { given: { policy: { ...alone, mode: 'observe' } }, mode: 'observe' },
    'asks without a combination': { given: { met: { met: false } }, mode: 'confirm' },
    'asks about another account': { given: { key: 'bo', names: [] }, mode: 'confirm' },
    'asks when the chance is low': { given: { probability: 0.3 }, mode: 'confirm' },
    'asks about a sensitive account': { given: { policy: { ...alone, sensitive: ['ana'] } }, mode: 'confirm' },
    'may sign a sensitive account out': {
      given: { policy: { ...alone, sensitive: ['ana'] }, spec: revokeSessions },
      mode: 'autonomous',
    },
    'asks about a service': { given: { policy: { ...alone, services: ['ana'] }, spec: revokeSessions }, mode: 'confirm' },
    'never touches a break-glass account': { given: { policy: { ...alone, breakGlass: ['ana'] } }, mode: 'never' },
    'knows a break-glass account by its name': {
      given: { policy: { ...alone, breakGlass: ['ANA@contoso.test'] } },
      mode: 'never',
    },
    'never touches a break-glass account, even to watch': {
      given: { policy: { ...alone, mode: 'observe', breakGlass: ['ana'] } },
      mode: 'never',
    },
  };
  it.each(Object.entries(cases))('%s', (_, { given, mode: expected }) => {
    const verdict = mode(given);
    expect(verdict.mode).toBe(expected);
    expect(verdict.because).not.toBe('');
  });

  it('leaves what cannot be undone to two people', () => {
    const spec = { ...disableAccount, needs: 2 as const };
    expect(judge({ spec, target: { label: 'User', key: 'ana' }, names: [], met, probability: 1, policy: alone }).mode).toBe(
      'confirm',
    );
  });
});

it('the signals name only detections there are, or that are to come under names of the list', () => {
  const known = new Set(detections.map(({ id }) => id));
  const later = Object.values(signals).flatMap((signal) => signal.detections.filter((id) => !known.has(id)));
  expect(later.sort()).toEqual(['aitm-kit-tycoon', 'aitm-page-then-risky-sign-in']);
});

describe('what the machine may do to mail', () => {
  const alone: Policy = { ...cautious, mode: 'autonomous' };
  const campaign = about('Campaign', 'c');
  const message = about('Email', 'm');
  const convictions = new Map([['c', 'two of its messages are judged malicious']]);
  const accused = accusing('campaign-from-new-sender', [campaign]);
  const mode = (given: {
    findings?: readonly Finding[];
    convictions?: ReadonlyMap<string, string>;
    target?: typeof campaign;
    spec?: (typeof actions)[number];
    policy?: Policy;
    probability?: number;
  }) => {
    const target = given.target ?? campaign;
    const met = mailPolicyMet(target, { findings: given.findings ?? [accused], convictions: given.convictions ?? convictions });
    const { spec = holdMail, policy = alone, probability = 0.1 } = given;
    return judge({ spec, target, names: [], met, probability, policy }).mode;
  };
  const two = [accusing('extortion-mail', [message]), accusing('fake-thread', [message])];

  const cases: Readonly<Record<string, { given: Parameters<typeof mode>[0]; mode: string }>> = {
    'holds a convicted campaign alone, however likely the attack goes on': { given: {}, mode: 'autonomous' },
    'asks about a campaign that is not convicted': { given: { convictions: new Map() }, mode: 'confirm' },
    'asks about a campaign that no grave finding accuses': {
      given: { findings: [accusing('campaign-from-new-sender', [campaign], 'low')] },
      mode: 'confirm',
    },
    'asks about a convicted campaign while the kill switch is on': {
      given: { policy: { ...alone, killSwitch: true } },
      mode: 'confirm',
    },
    'asks where the operator wants to be asked': { given: { policy: cautious }, mode: 'confirm' },
    'only watches where the operator says so': { given: { policy: { ...alone, mode: 'observe' } }, mode: 'observe' },
    'never warns people by itself': { given: { spec: notifyRecipients }, mode: 'confirm' },
    'holds a message that two detections accuse': {
      given: { target: message, findings: two, probability: 0.9 },
      mode: 'autonomous',
    },
    'asks about it where the attack is unlikely to go on': { given: { target: message, findings: two }, mode: 'confirm' },
    'asks about a message that one detection accuses twice': {
      given: {
        target: message,
        findings: [accusing('extortion-mail', [message]), accusing('extortion-mail', [message, campaign])],
        probability: 0.9,
      },
      mode: 'confirm',
    },
    'asks about a message beside the one that is accused': {
      given: { target: about('Email', 'other'), findings: two, probability: 0.9 },
      mode: 'confirm',
    },
    'takes no conviction of a campaign for one of a message': {
      given: { target: about('Email', 'c'), findings: [accusing('extortion-mail', [about('Email', 'c')])], probability: 0.9 },
      mode: 'confirm',
    },
  };
  it.each(Object.entries(cases))('%s', (_, { given, mode: expected }) => expect(mode(given)).toBe(expected));

  it('names what it rests on', () => {
    expect(mailPolicyMet(campaign, { findings: [accused], convictions })).toMatchObject({
      ...{ met: true, rule: 'convicted-campaign', completedBy: accused.id, findings: [accused.id] },
      says: 'a convicted campaign: two of its messages are judged malicious',
    });
  });

  it('is said only of actions there are, that can be undone', () => {
    const reversible = actions.filter((spec) => spec.reversible).map(({ id }) => id);
    for (const id of Object.values(mailRules).flat()) expect(reversible).toContain(id);
  });
});
