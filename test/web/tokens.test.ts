// Contrast, worked out from tokens.css itself: text at 4.5, edges and marks at 3, in both themes, on every ground.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/graph/local/java.ts';
import { iconFiles } from '../../web/src/icons.ts';

const css = readFileSync(join(root, 'web/src/tokens.css'), 'utf8');

/** The tokens of one block, by its selector. */
function block(selector: string): Readonly<Record<string, string>> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

const light = block(':root');
const dark = block(":root[data-theme='dark']");

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((from) => parseInt(colour.slice(from, from + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['bg', 'surface', 'sunken', 'raised'];
const entities = ['user', 'device', 'ip', 'mail', 'rule', 'file', 'method', 'app'].map((kind) => `e-${kind}`);
const words = ['text', 'text2', 'text3', 'accent', 'thread', 'high', 'medium', 'low', 'lowers', 'ok', ...entities];
const pairs = [
  ...words.flatMap((name) => grounds.map((ground) => [name, ground, 4.5] as const)),
  ...grounds.map((ground) => ['edge', ground, 3] as const),
  ...['accent', 'thread', 'high', 'medium', 'low', 'lowers', 'ok'].map((name) => [name, `${name}-soft`, 4.5] as const),
  ...['text', 'text2', 'text3'].map((name) => [name, 'accent-soft', 4.5] as const),
  ['on-accent', 'accent', 4.5],
  ['on-thread', 'thread', 4.5],
] as const;

it('black on white is 21, so the sum is right', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_, tokens) => {
  it.each(pairs)('%s on %s is at least %d', (name, ground, least) => {
    expect(contrast(tokens[name] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(least);
  });
});

it('dark is the same whether the system or the person wishes it', () => {
  expect(Object.keys(dark).length).toBe(Object.keys(light).length);
  expect(block(":root:not([data-theme='light'])")).toEqual(dark);
});

it('there is an icon for every label and theme, in its colour', () => {
  const files = iconFiles(css);
  const named = (name: string) => files.find(({ fileName }) => fileName === name)?.source;
  expect(named('icons/rule-light.svg')).toContain(light['e-rule']);
  expect(named('icons/rule-dark.svg')).toContain(dark['e-rule']);
  expect(new Set(files.map(({ fileName }) => fileName)).size).toBe(files.length);
});
