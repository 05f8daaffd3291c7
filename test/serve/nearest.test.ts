import { expect, it } from 'vitest';
import { nearest } from '../../src/serve/nearest.ts';

const names = ['mfa-fatigue', 'mfa-disabled', 'impossible-travel', 'password-spray'];

it('names what was meant first', () => {
  expect(nearest('mfa-fatige', names)[0]).toBe('mfa-fatigue');
  expect(nearest('IMPOSSIBLE_TRAVEL', names)[0]).toBe('impossible-travel');
  expect(nearest('sprays', names)[0]).toBe('password-spray');
});

it('names three, whatever was meant', () => {
  expect(nearest('', names)).toHaveLength(3);
  expect(nearest('?', [])).toEqual([]);
});
