import { describe, expect, it } from 'vitest';
import { brandIn, brandInHost, brandOf, brandsIn, disguisedBrandIn, isOf } from '../../src/mail/brands.ts';

const names = (text: string): readonly string[] => brandsIn(text).map(({ name }) => name);

describe('a brand is named', () => {
  it.each([
    ['PayPal', 'PayPal'],
    ['Pay Pal Service', 'PayPal'],
    ['Équipe Crédit Agricole', 'Crédit Agricole'],
    ['Itaú Cartões', 'Itaú'],
    ['Apple', 'Apple'],
    ['Chase Bank', 'Chase'],
    ['UPS Delivery', 'UPS'],
  ])('by %s', (name, brand) => {
    expect(brandIn(name)?.name).toBe(brand);
  });

  it.each(['Chase Miller', 'Orange County Library', 'Big Apple Tours', 'Zoe Quist', '', 'Wise Words'])('not by %j', (name) => {
    expect(brandIn(name)).toBeUndefined();
  });

  it('in a text, and an ordinary word there is an ordinary word', () => {
    expect(names('Your PayPal and Netflix accounts. An apple a day.')).toEqual(['PayPal', 'Netflix']);
    expect(names('Confirm your Apple ID')).toEqual(['Apple']);
    expect(names('ING')).toEqual([]);
  });

  it('in letters that only look like it', () => {
    expect(['PаyPal', 'Micr0soft', 'NetfIix'].map((name) => disguisedBrandIn(name)?.name)).toEqual([
      'PayPal',
      'Microsoft',
      'Netflix',
    ]);
    expect(['PayPal', 'Zoe', ''].map((name) => disguisedBrandIn(name))).toEqual([undefined, undefined, undefined]);
  });
});

describe('a domain', () => {
  const paypal = brandIn('PayPal');

  it.each(['paypal.com', 'mail.paypal.co.uk', 'paypal.de'])('%s is its own', (domain) => {
    expect(paypal !== undefined && isOf(paypal, domain)).toBe(true);
  });

  it.each(['paypal.test', 'paypal.tk', 'paypal-service.com', 'paypal.contoso.com'])('%s is not', (domain) => {
    expect(paypal === undefined || isOf(paypal, domain)).toBe(false);
  });

  it('is some brand’s, or nobody’s', () => {
    expect([brandOf('email.netflix.com')?.name, brandOf('contoso.test')]).toEqual(['Netflix', undefined]);
  });

  it.each([
    ['paypal.contoso.test', 'PayPal'],
    ['secure-netflix-login.test', 'Netflix'],
    ['mypaypalaccount.test', 'PayPal'],
    ['www.paypal.com', undefined],
    ['amazing.test', undefined],
  ])('%s borrows its name from %s', (host, brand) => {
    expect(brandInHost(host)?.name).toBe(brand);
  });
});
