import { describe, expect, it } from 'vitest';
import { parted } from '../../src/mail/quoted.ts';

describe('quoted mail begins', () => {
  it.each([
    ['at lines with >', '> the plan?\n> Zoe'],
    ['at who wrote', 'On Mon, 5 Jan 2026 at 10:00, Zoe Quist <zoe@fabrikam.test> wrote:\n\nthe plan?'],
    ['at who wrote, on two lines', 'On Mon, 5 Jan 2026 at 10:00, Zoe Quist\n<zoe@fabrikam.test> wrote:\n> the plan?'],
    ['at who wrote, in German', 'Am 05.01.2026 um 10:00 schrieb Zoe Quist <zoe@fabrikam.test>:\nder Plan?'],
    ['at who wrote, in French', 'Le lun. 5 janv. 2026 à 10:00, Zoe Quist a écrit :\nle plan ?'],
    ['at who wrote, in Chinese', '在 2026年1月5日 10:00，Zoe 写道：\n计划'],
    ['at an original message', '-----Original Message-----\nthe plan?'],
    ['at a forwarded message', '---------- Forwarded message ---------\nthe plan?'],
    ['at a head', 'From: Zoe Quist\nSent: Monday, 5 January 2026\nTo: Ana Abel\nSubject: The plan\n\nthe plan?'],
    ['at a head in bold', '*From:* Zoe Quist\n*Date:* Monday\n*To:* Ana\n\nthe plan?'],
    ['at a head in Spanish', 'De: Zoe Quist\nEnviado: lunes\nPara: Ana\nAsunto: El plan\n\n¿el plan?'],
    ['at a head in Japanese', '差出人: Zoe\n送信日時: 2026年1月5日\n宛先: Ana\n件名: 計画\n\n計画'],
  ])('%s', (_, quote) => {
    expect(parted(`Hello Ana,\nsee below.\n\n${quote}`)).toEqual({ own: 'Hello Ana,\nsee below.', quoted: quote });
  });

  it.each([
    ['a sentence that begins so', 'On Monday we wrote:\nhello'],
    ['a word that begins a head', 'From: here on it is downhill\nfor all of us'],
    ['a line of dashes', '-----\nZoe'],
    ['an arrow', 'a -> b'],
  ])('nowhere at %s', (_, text) => {
    expect(parted(text)).toEqual({ own: text, quoted: '' });
  });

  it('and answers between its lines are the letter’s own', () => {
    expect(parted('> when?\nAt ten.\n> where?\nHere.')).toEqual({ own: 'At ten.\nHere.', quoted: '> when?\n> where?' });
  });

  it.each([
    ['marks', '>'.repeat(100_000)],
    ['heads', 'From: x\n'.repeat(10_000)],
    ['beginnings', 'On 1 x\n'.repeat(10_000)],
    ['long lines', `On ${' '.repeat(100_000)}`],
    ['dashes', '-'.repeat(100_000)],
  ])('soon, in a text of %s', (_, text) => {
    const before = process.cpuUsage();
    parted(text);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(0.5);
  });
});
