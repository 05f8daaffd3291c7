import { describe, expect, it } from 'vitest';
import { barsOf } from '../../web/src/lib/spans.ts';

const span = (hour: number, messages: number, heldAlone = 0) => ({
  from: `2026-01-12T0${hour}:00:00.000Z`,
  to: `2026-01-12T0${hour + 1}:00:00.000Z`,
  ...{ messages, heldAlone },
});

describe('a campaign as bars', () => {
  it('stands where its mails came, as high as they are many', () => {
    const drawn = barsOf([span(1, 10, 5), span(4, 5)], 400, 50);
    expect(drawn?.most).toBe(10);
    expect(drawn?.bars).toEqual([
      { x: 0, width: 99, height: 50, held: 25, messages: 10 },
      { x: 300, width: 99, height: 25, held: 0, messages: 5 },
    ]);
  });

  it('shows also the smallest, and nothing where nothing was', () => {
    const drawn = barsOf([span(1, 10_000, 1), span(2, 1)], 3, 50);
    expect(drawn?.bars.map(({ height, held, width }) => [height, held, width])).toEqual([
      [50, 2, 2],
      [2, 0, 2],
    ]);
    expect(barsOf([], 400, 50)).toBeUndefined();
  });
});
