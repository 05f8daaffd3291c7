import { describe, expect, it } from 'vitest';
import { BLACK, WHITE, colourOf, contrast, over } from '../../../src/mail/html/colour.ts';

const rgba = (text: string): readonly number[] | undefined => {
  const colour = colourOf(text);
  return colour === undefined
    ? undefined
    : [colour.red, colour.green, colour.blue, colour.alpha].map((part) => Math.round(part * 100) / 100);
};

describe('a colour', () => {
  it.each([
    ['#fff', [255, 255, 255, 1]],
    ['#12aB34', [18, 171, 52, 1]],
    ['ffffff', [255, 255, 255, 1]],
    ['#0008', [0, 0, 0, 0.53]],
    ['Navy', [0, 0, 128, 1]],
    ['transparent', [0, 0, 0, 0]],
    ['rgb(1, 2, 3)', [1, 2, 3, 1]],
    ['rgba(100%, 0%, 50%, 0.5)', [255, 0, 127.5, 0.5]],
    ['rgb(1 2 3 / 20%)', [1, 2, 3, 0.2]],
    ['hsl(0, 100%, 50%)', [255, 0, 0, 1]],
    ['hsl(120deg 100% 25%)', [0, 127.5, 0, 1]],
    ['hsla(-120, 100%, 50%, .5)', [0, 0, 255, 0.5]],
  ])('%s is read', (text, expected) => {
    expect(rgba(text)).toEqual(expected);
  });

  it.each(['', 'none', 'inherit', '#ff', '#ggg', 'rgb(1,2)', 'rgb(a,b,c)', 'url(red)', 'rgb('])('%j is none', (text) => {
    expect(rgba(text)).toBeUndefined();
  });
});

it('black on white differs most, and a colour from itself not at all', () => {
  expect([contrast(BLACK, WHITE), contrast(WHITE, BLACK), contrast(WHITE, WHITE)]).toEqual([21, 21, 1]);
});

it('what is half transparent is half of what lies behind it', () => {
  expect(over({ ...BLACK, alpha: 0.5 }, WHITE)).toEqual({ red: 127.5, green: 127.5, blue: 127.5, alpha: 1 });
});
