import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ActionSpec } from '../../src/respond/action.ts';
import { actions } from '../../src/respond/all.gen.ts';
import { combinations } from '../../src/respond/policy.ts';

const specs: readonly ActionSpec[] = actions;

describe('all actions', () => {
  it('are the files of the folder, by their names', () => {
    const files = readdirSync('src/respond/actions').map((file) => file.replace(/\.ts$/, ''));
    expect(specs.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it('either have an inverse that can be checked, or say why not', () => {
    for (const spec of specs) {
      expect(spec.undo !== undefined, spec.id).toBe(spec.reversible);
      expect(spec.verifyUndone !== undefined, spec.id).toBe(spec.reversible);
      if (!spec.reversible) expect(spec.noInverse, spec.id).toBeDefined();
    }
  });

  it('include all that a combination allows', () => {
    const ids = specs.map(({ id }) => id);
    for (const { allows } of combinations) for (const id of allows) expect(ids).toContain(id);
  });
});
