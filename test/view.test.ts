// The JSON other programs rely on: every field the contract names, as the contract spells it.

import { describe, expect, it } from 'vitest';
import { escalationOf } from '../src/assess/escalation.ts';
import { involvedIn } from '../src/correlate/involved.ts';
import { partition } from '../src/correlate/partition.ts';
import type { StandingFinding } from '../src/graph/findings.ts';
import type { StandingIncident } from '../src/graph/incidents.ts';
import { days, hours } from '../src/model/time.ts';
import { actionView, entityView, findingView, incidentView } from '../src/view.ts';
import { found, start, touched } from './correlate/found.ts';

const standing = (id: string, at: number): StandingFinding => ({
  ...found(id, { at, about: [{ ...touched('User', 'ana@contoso.test'), spread: 3 }] }),
  records: [`record of ${id}`],
  contextRecords: [`beside ${id}`],
  incident: 'inc-1',
});

const findings = [standing('a', start), standing('b', start + hours(5))];

function incident(): StandingIncident {
  const [cluster] = partition(findings);
  if (cluster === undefined) throw new Error('two findings of one account are an incident');
  const said = { text: 'Ana signed in from Germany', cites: ['a'] };
  return {
    ...cluster,
    title: 'Something odd about Ana',
    status: 'open',
    changedAt: 0,
    firstAt: start,
    lastAt: start + hours(5),
    score: 12,
    tactics: ['initial-access'],
    techniques: ['T1078'],
    involves: involvedIn(findings),
    escalation: escalationOf(findings, start + days(1)),
    narrative: {
      headline: said,
      story: [said],
      timeline: [],
      hypotheses: [
        { id: 'takeover', title: 'Takeover', verdict: 'leading', weight: 2, evidenceFor: [said], evidenceAgainst: [] },
      ],
      unknowns: [{ text: 'Who', cites: ['a'] }],
      checks: [{ says: 'See', cypher: 'RETURN 1' }],
    },
  };
}

const byId = new Map(findings.map((finding) => [finding.id, finding]));
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('an incident in JSON', () => {
  const view = incidentView(incident(), byId);

  it('has every field of the contract', () => {
    expect(view).toMatchObject({
      id: incident().id,
      title: 'Something odd about Ana',
      status: 'open',
      firstAt: '2026-03-04T09:00:00.000Z',
      lastAt: '2026-03-04T14:00:00.000Z',
      score: 12,
      escalation: { horizonDays: 7, asOf: '2026-03-05T09:00:00.000Z', band: 'low' },
      tactics: ['initial-access'],
      techniques: ['T1078'],
      narrative: 'Ana signed in from Germany. Ana signed in from Germany',
    });
    expect(view.escalation.peak.at).toMatch(instant);
    expect(view.escalation.peak.probability).toBeGreaterThanOrEqual(view.escalation.probability);
    expect(view.entities[0]).toMatchObject({ label: 'User', key: 'ana@contoso.test', role: 'actor' });
    expect(view.findings).toEqual([
      {
        id: 'a',
        detection: 'something-odd',
        at: '2026-03-04T09:00:00.000Z',
        severity: 'medium',
        says: 'did something odd',
        records: ['record of a'],
      },
      expect.objectContaining({ id: 'b', records: ['record of b'] }),
    ]);
  });

  it('is the same after JSON: nothing is undefined, no number is a time', () => {
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    const times = JSON.stringify(view).match(/"(?:at|asOf|firstAt|lastAt|policyMetAt)":[^,}]+/g) ?? [];
    expect(times.length).toBeGreaterThan(5);
    for (const time of times) expect(time).toMatch(/:(null|"[^"]+Z"?)/);
  });

  it('says when the policy was met, or null', () => {
    expect(view.policyMetAt).toBeNull();
    expect(incidentView({ ...incident(), policyMetAt: start }, byId).policyMetAt).toBe('2026-03-04T09:00:00.000Z');
  });

  it('leaves out a finding that no longer stands', () => {
    expect(incidentView(incident(), new Map()).findings).toEqual([]);
  });
});

describe('a finding in JSON', () => {
  it('has every field of the contract, and not what the engine keeps for itself', () => {
    const view = findingView(findings[0] as StandingFinding);
    expect(view).toMatchObject({
      id: 'a',
      detection: 'something-odd',
      at: '2026-03-04T09:00:00.000Z',
      severity: 'medium',
      surpriseBits: 0,
      says: 'did something odd',
      about: [{ label: 'User', key: 'ana@contoso.test', role: 'actor' }],
      records: ['record of a'],
      context: ['beside a'],
      incident: 'inc-1',
    });
    expect(view.about[0]).not.toHaveProperty('spread');
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  it('in no incident says null', () => {
    expect(findingView({ ...(findings[0] as StandingFinding), incident: undefined }).incident).toBeNull();
  });
});

it('an entity and an action tell their times as RFC 3339', () => {
  expect(entityView({ label: 'User', key: 'ana', names: ['ana'], firstAt: start, lastAt: start })).toEqual({
    label: 'User',
    key: 'ana',
    names: ['ana'],
    firstAt: '2026-03-04T09:00:00.000Z',
    lastAt: '2026-03-04T09:00:00.000Z',
  });
  const action = actionView({
    id: 'act-1',
    action: 'revoke-sessions',
    title: 'Sign out everywhere',
    incident: 'inc-1',
    target: { label: 'User', key: 'ana' },
    mode: 'confirm',
    status: 'proposed',
    because: 'it is Ana’s',
    reach: 'one person',
    reversible: false,
    order: 1,
    proposedAt: start,
    expiresAt: start + days(1),
    history: [{ at: start, status: 'proposed', by: 'policy', says: 'proposed' }],
  });
  expect(action).toMatchObject({
    proposedAt: '2026-03-04T09:00:00.000Z',
    decidedBy: null,
    history: [{ at: '2026-03-04T09:00:00.000Z' }],
  });
  expect(JSON.parse(JSON.stringify(action))).toEqual(action);
});
