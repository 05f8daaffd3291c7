import { isEnumType } from 'graphql/index.js';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { rows } from '../../src/learn/dimension.ts';
import type { Basis } from '../../src/learn/rarity.ts';
import { actionStatuses, type ResponseMode } from '../../src/model/action.ts';
import { severities, type Role } from '../../src/model/finding.ts';
import { entityLabels } from '../../src/model/graph.ts';
import {
  bands,
  stages,
  type CorrelationReason,
  type Hypothesis,
  type IncidentStatus,
  type Mechanism,
} from '../../src/model/incident.ts';
import type { RefusalCode } from '../../src/jobs/respond.ts';
import type { Viewer } from '../../src/serve/context.ts';
import { schema } from '../../src/serve/schema.ts';
import type * as sdl from '../../src/serve/schema.gen.ts';
import { DateTime } from '../../src/serve/scalars.ts';

const valuesOf = (name: string) => {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : undefined;
};

describe('the SDL uses the words of the model', () => {
  it.each([
    ['Severity', severities],
    ['Band', bands],
    ['Stage', stages],
    ['ActionStatus', actionStatuses],
    ['EntityLabel', entityLabels],
    ['HabitLabel', [...entityLabels, 'Trait']],
    ['HabitDimension', rows.map(([dimension]) => dimension)],
  ])('%s', (name, words) => {
    expect(valuesOf(name)).toEqual([...words]);
  });

  it('and where those are but types, the compiler holds them together', () => {
    expectTypeOf<sdl.EntityRole>().toEqualTypeOf<Role>();
    expectTypeOf<sdl.IncidentStatus>().toEqualTypeOf<IncidentStatus>();
    expectTypeOf<sdl.Mechanism>().toEqualTypeOf<Mechanism>();
    expectTypeOf<sdl.CorrelationReason>().toEqualTypeOf<CorrelationReason>();
    expectTypeOf<sdl.HypothesisVerdict>().toEqualTypeOf<Hypothesis['verdict']>();
    expectTypeOf<sdl.ResponseMode>().toEqualTypeOf<ResponseMode>();
    expectTypeOf<sdl.UserErrorCode>().toEqualTypeOf<RefusalCode>();
    expectTypeOf<sdl.SurpriseBasis>().toEqualTypeOf<Basis>();
    expectTypeOf<sdl.Role>().toEqualTypeOf<Viewer['role']>();
  });
});

describe('a time', () => {
  it('is RFC 3339 in UTC with milliseconds outside and an instant inside', () => {
    expect(DateTime.serialize(Date.UTC(2026, 0, 5, 9, 14))).toBe('2026-01-05T09:14:00.000Z');
    expect(DateTime.parseValue('2026-01-05T10:14:00+01:00')).toBe(Date.UTC(2026, 0, 5, 9, 14));
  });

  it('that is none is refused', () => {
    expect(() => DateTime.parseValue('yesterday')).toThrow(/invalid date-time-string yesterday/);
    expect(() => DateTime.serialize(Number.NaN)).toThrow('Invalid time value');
  });
});
