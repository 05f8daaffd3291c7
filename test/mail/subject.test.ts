import { expect, it } from 'vitest';
import { prefixesOf } from '../../src/mail/subject.ts';

it.each([
  ['The plan', 0, 0, 'The plan'],
  ['Re: The plan', 1, 0, 'The plan'],
  ['RE: FW: re : The plan', 2, 1, 'The plan'],
  ['Re[2]: The plan', 1, 0, 'The plan'],
  ['Re^3: The plan', 1, 0, 'The plan'],
  ['Re(2): The plan', 1, 0, 'The plan'],
  ['AW: Der Plan', 1, 0, 'Der Plan'],
  ['TR : Le plan', 0, 1, 'Le plan'],
  ['R: I: Il piano', 1, 1, 'Il piano'],
  ['ENC: RES: O plano', 1, 1, 'O plano'],
  ['VS: VL: Suunnitelma', 1, 1, 'Suunnitelma'],
  ['Отв: План', 1, 0, 'План'],
  ['回复：计划', 1, 0, '计划'],
  ['[EXTERNAL] Re: [team] Fwd: The plan', 1, 1, 'The plan'],
  ['Reply: the plan', 0, 0, 'Reply: the plan'],
  ['12:30 tomorrow', 0, 0, '12:30 tomorrow'],
  ['', 0, 0, ''],
])('%s', (subject, replies, forwards, rest) => {
  expect(prefixesOf(subject)).toEqual({ replies, forwards, rest });
});

it('comes to an end', () => {
  expect(prefixesOf('Re: '.repeat(100_000)).replies).toBe(50);
  const began = performance.now();
  prefixesOf('['.repeat(100_000));
  prefixesOf(`${' '.repeat(100_000)}Re:`);
  expect(performance.now() - began).toBeLessThan(50);
});
