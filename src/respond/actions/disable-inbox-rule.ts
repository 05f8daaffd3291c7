// Switches off a mail rule without deleting it: mail arrives again, and the rule stays as evidence.
//
// PATCH /users/{id}/mailFolders/inbox/messageRules/{ruleId} {"isEnabled": false}. It does not come back by itself: a rule
// switched on again by a timer would work for the attacker.

import { action, aboutIn, readBack, TenantError } from '../action.ts';
import type { Json } from '../action.ts';
import { signals } from '../policy.ts';

const detections: readonly string[] = signals.suspiciousMailRule.detections;

export const disableInboxRule = action({
  id: 'disable-inbox-rule',
  title: 'Switch off the mail rule',
  labels: ['Rule'],
  reach: 'one-rule',
  reversible: true,
  needs: 1,
  order: 30,
  delay: 'It works at once.',

  targets: ({ findings }) =>
    aboutIn(
      findings.filter((finding) => detections.includes(finding.detection)),
      'Rule',
      ['rule'],
    ),

  preview: (name) => ({
    changes: `The rule ${name} no longer moves, marks or deletes arriving mail.`,
    ifRight: 'the owner sees the hidden mail again.',
    ifWrong: 'some mail stays in the inbox until it is undone.',
    undo: 'Can be undone',
  }),

  async snapshot(tenant, target) {
    const rule = await tenant.getInboxRule(target.key);
    if (rule === undefined) throw new TenantError('notFound', `there is no mail rule ${target.key}`);
    return { enabled: rule.enabled };
  },

  carryOut: (tenant, target) => tenant.setInboxRuleEnabled(target.key, false),

  async verify(tenant, target) {
    const rule = await tenant.getInboxRule(target.key);
    if (rule === undefined) return { ok: true, says: 'the rule no longer exists' };
    return readBack(!rule.enabled, { done: 'the rule is switched off', not: 'the rule is still switched on' });
  },

  undo: (tenant, target, snapshot) => tenant.setInboxRuleEnabled(target.key, wasEnabled(snapshot)),

  async verifyUndone(tenant, target, snapshot) {
    const rule = await tenant.getInboxRule(target.key);
    return readBack(rule?.enabled === wasEnabled(snapshot), {
      done: 'the rule is as it was before',
      not: 'the rule is not as it was before',
    });
  },
});

const wasEnabled = (snapshot: Json): boolean =>
  !(typeof snapshot === 'object' && snapshot !== null && 'enabled' in snapshot && snapshot.enabled === false);
