import { describe, expect, it } from 'vitest';
import { cleannessOf } from '../../../bench/incidents/ait-ads.ts';
import { lead } from '../../../bench/incidents/alerts-alone.ts';
import { mixed } from '../../../bench/incidents/cptc2017.ts';
import { fateOf } from '../../../bench/incidents/faketshirt.ts';
import { halfOf } from '../../../bench/incidents/halves.ts';
import { recordedAlert } from './recorded-alert.ts';

describe('halves', () => {
  it('are told by the name alone, and both are used', () => {
    const names = Array.from({ length: 40 }, (_, index) => `unit ${index}`);
    expect(new Set(names.map(halfOf))).toEqual(new Set(['tuned on', 'reported']));
    expect(names.map(halfOf)).toEqual(names.map(halfOf));
  });
});

describe('how clean incidents are', () => {
  const sorts = new Map([
    ['noise', { times: 6, isAttack: false }],
    ['scan', { times: 4, isAttack: true, phase: 'scan' }],
    ['shell', { times: 1, isAttack: true, phase: 'shell' }],
    ['late', { times: 1, isAttack: true }],
  ]);

  it('counts every time an alert came, and leaves out groups without an attack', () => {
    expect(cleannessOf([['scan', 'shell'], ['noise'], ['late']], sorts)).toEqual({
      ...{ groups: 3, inside: 6, attack: 6, phases: 2, together: 2 },
    });
  });

  it('finds no phase where most of it is noise', () => {
    expect(cleannessOf([['scan', 'noise'], ['shell'], ['late']], sorts)).toEqual({
      ...{ groups: 3, inside: 12, attack: 6, phases: 1, together: 1 },
    });
  });
});

describe('the fate of a scenario', () => {
  const truth = new Map([
    ['t1', 'theft'],
    ['t2', 'theft'],
    ['f1', 'flood'],
  ]);

  it('tells in how many groups it is, with how much else, and with whom', () => {
    const groups = [['t1', 'x', 't1'], ['t2', 'f1'], ['y']];
    expect(fateOf('theft', groups, truth)).toEqual({ groups: 2, mixed: 1, accused: 4, own: 2 });
    expect(fateOf('flood', groups, truth)).toEqual({ groups: 1, mixed: 1, accused: 2, own: 1 });
  });

  it('is in none when nothing was found of it', () => {
    expect(fateOf('flood', [['t1'], ['t2']], truth)).toEqual({ groups: 0, mixed: 0, accused: 0, own: 0 });
  });
});

describe('teams mixed', () => {
  const figureOf = (name: string, ...teams: readonly (readonly string[])[]): number | undefined =>
    mixed(
      'reported',
      new Map(
        teams.map((addresses, team) => [`team ${team}`, addresses.map((address, index) => recordedAlert(team, index, address))]),
      ),
    ).find((figure) => figure.name === `cptc2017 (reported): ${name}`)?.value;

  it('are all told apart where each has addresses of its own, and not where they share one', () => {
    const own = ['192.0.2.1', '192.0.2.1'];
    expect(figureOf('purity by team, skein', own, ['192.0.2.9', '192.0.2.9'])).toBe(1);
    expect(figureOf('ARI, skein', own, ['192.0.2.9', '192.0.2.9'])).toBe(1);
    expect(figureOf('purity by team, shared entity within any time', own, own)).toBe(0.5);
  });

  it('say nothing of one alone', () => {
    expect(figureOf('ARI, skein', ['192.0.2.1'])).toBeUndefined();
  });
});

describe('the lead over the others', () => {
  it('is stream by stream over the one that is best on the whole', () => {
    const scores = new Map([
      ['skein', [{ f1: 0.9 }, { f1: 0.5 }]],
      ['steady', [{ f1: 0.6 }, { f1: 0.6 }]],
      ['lucky', [{ f1: 1 }, { f1: 0.1 }]],
    ]);
    const [first = 0, second = 0] = lead(scores);
    expect(first).toBeCloseTo(0.3, 12);
    expect(second).toBeCloseTo(-0.1, 12);
  });
});
