import { describe, expect, it } from 'vitest';
import type { Dimension } from '../../src/learn/dimension.ts';
import type { Rarity } from '../../src/learn/rarity.ts';
import type { Surprise } from '../../src/model/finding.ts';
import { rarityTold, surpriseTold } from '../../src/narrate/surprise.ts';

const rarity = (more: Partial<Rarity> = {}): Rarity => ({
  ...{ bits: 20, own: 0, total: 412, peers: 38, peersWith: 0, people: 400, peopleWith: 3 },
  ...more,
});
const ghana = (more: Partial<Rarity> = {}): string => rarityTold('Ana', 'country', 'GH', 'GH', rarity(more));

describe('how surprising a value would be', () => {
  it('is told by the person’s own counts and their peers’', () => {
    expect(ghana()).toBe('Ana has signed in 412 times, never from Ghana; of 38 peers, none has.');
    expect(ghana({ own: 12, peersWith: 1 })).toBe('Ana has signed in 412 times, 12 of them from Ghana; of 38 peers, one has.');
    expect(ghana({ own: 412, peersWith: 30 })).toContain('412 times, always from Ghana; of 38 peers, 30 have');
  });

  it('is told by everybody’s where there are no peers, and says when there is nobody', () => {
    expect(ghana({ peers: 0 })).toContain('; of 400 others, three have.');
    expect(ghana({ peers: 0, people: 0 })).toContain('; there is nobody to compare with.');
  });

  it('of somebody nothing is known of says so', () => {
    expect(ghana({ total: 0, peersWith: 2 })).toBe(
      'Ana has never signed in, as far as is known; of 38 peers, two have signed in from Ghana.',
    );
  });

  it('says of anything what was done with it', () => {
    const of = (dimension: Dimension, value: string, called = value): string =>
      rarityTold('Ana', dimension, value, called, rarity({ own: 1 }));
    expect(of('device', 'd-1', 'LAPTOP-7')).toContain('once with LAPTOP-7');
    expect(of('network', '64500')).toContain('once from AS64500');
    expect(of('mailbox', 'hr@contoso.test')).toContain('has opened mail 412 times, once in hr@contoso.test');
    expect(of('client', 'mailAccess Outlook')).toContain('has worked 412 times, once with Outlook to read mail');
  });

  it('shows hostile names as text', () => {
    const told = rarityTold('\u202eAna<b>', 'device', 'd', '\u0007LAP\nTOP', rarity({ own: 1 }));
    expect(told).not.toMatch(/[\u0000-\u001f\u202a-\u202e<>]/);
  });
});

const surprise = (more: Partial<Surprise> = {}): Surprise => ({
  ...{ bits: 11.6, percentile: 0.9971, of: 412, atLeast: 1 },
  parts: [
    { dimension: 'country', value: 'GH', bits: 9.12, alone: 9.12 },
    { dimension: 'hour', value: '27', bits: 2.5, alone: 2.5 },
  ],
  ...more,
});

describe('how surprising an act was', () => {
  it('is told with its counts and what made it so', () => {
    expect(surpriseTold(surprise())).toBe(
      'rarer than 99.7\u202f% of acts of the kind (one of 412 own earlier ones was as rare): country Ghana (9.1 bits) and Tuesday 3 h, their time (2.5 bits)',
    );
  });

  it('is never rarer than all, and says where there are no own acts', () => {
    expect(surpriseTold(surprise({ percentile: 1, of: 0, atLeast: 0, parts: [] }))).toBe(
      'rarer than 99.9\u202f% of acts of the kind (none of them their own)',
    );
  });

  it('leaves out ids that mean nothing to a reader, and keeps names harmless', () => {
    const parts = [
      { dimension: 'device', value: '3f2504e0-4f89-11d3-9a0c-0305e82c3301', bits: 4, alone: 4 },
      { dimension: 'folder', value: '\u202einbox\n', bits: 3, alone: 3 },
      { dimension: 'unheard of', value: 'x', bits: 2, alone: 2 },
    ];
    expect(surpriseTold(surprise({ parts }))).toMatch(
      /: device \(4\.0 bits\), folder inbox \(3\.0 bits\) and unheard of x \(2\.0 bits\)$/,
    );
  });
});
