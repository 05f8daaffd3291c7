import { describe, expect, it } from 'vitest';
import { lookOf, looksGenerated } from '../../../src/learn/network/generated.ts';
import { seeded } from '../../../src/model/seeded.ts';

describe('a name looks generated', () => {
  it('when dice made it: nine in ten of twelve letters', () => {
    const rng = seeded('dice');
    const made = Array.from({ length: 500 }, () => {
      const letters = Array.from({ length: 12 }, () => String.fromCharCode(97 + Math.floor(rng() * 26)));
      return `${letters.join('')}.example`;
    });
    expect(made.filter(looksGenerated).length).toBeGreaterThan(450);
  });

  it('with what a person sees at a glance', () => {
    const look = lookOf('www.xq7zkvwp3hj.example');
    expect(look).toMatchObject({ label: 'xq7zkvwp3hj', length: 11, digits: 2, consonants: 5 });
    expect(look?.bits).toBeGreaterThan(20);
    expect(look?.entropy).toBeCloseTo(Math.log2(11), 5);
  });
});

describe('a name reads like one', () => {
  it.each([
    'download.windowsupdate.com',
    'settings-win.data.microsoft.com',
    'northwindtraders.example',
    'my-second-office24.example',
    'versicherungsgesellschaft.example',
    'supermercados.example',
  ])('%s', (name) => expect(looksGenerated(name)).toBe(false));

  it('whatever number a cloud gives its machines below its own name', () => {
    expect(lookOf('d1x8qz7kw3vj.cloudfront.net')?.label).toBe('cloudfront');
    expect(looksGenerated('d1x8qz7kw3vj.cloudfront.net')).toBe(false);
    expect(looksGenerated('a-0x9f3c7b1e.deliverynetwork.example')).toBe(false);
  });

  it.each(['4.3.2.1.in-addr.arpa', 'qzkxwvjhpt', 'xn--qzkxwvjhptbc.example', 'ibm.example', '203.0.113.9', '', '.', 'a..b'])(
    'or is not weighed: “%s”',
    (name) => expect(lookOf(name)).toBeUndefined(),
  );
});
