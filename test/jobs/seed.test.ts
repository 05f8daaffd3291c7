import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { families } from '../../seed/programmes/families.ts';
import { optionsOf, seedStream, SeedOptionError } from '../../src/jobs/seed.ts';

describe('what is asked for', () => {
  it('is sixty people over 45 days with everything done to them, unless said', () => {
    const options = optionsOf({});
    expect(options).toMatchObject({ people: 60, days: 45, perFamily: 1, faults: true });
    expect(options.programmes).toEqual(families.map(({ id }) => id));
  });

  it('draws what the company does and where it is from the seed', () => {
    const kinds = ['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => optionsOf({ seed }));
    expect(new Set(kinds.map(({ industry }) => industry)).size).toBeGreaterThan(1);
    expect(new Set(kinds.map(({ region }) => region)).size).toBeGreaterThan(1);
    expect(optionsOf({ seed: 'a' })).toEqual(optionsOf({ seed: 'a' }));
  });

  it('takes families by id and by sort, each once', () => {
    const unseen = families.filter((family) => family.unseen).map(({ id }) => id);
    expect(optionsOf({ programmes: 'unseen, sim-swap,sim-swap' }).programmes).toEqual([...unseen, 'sim-swap']);
    expect(optionsOf({ programmes: 'none' }).programmes).toEqual([]);
  });

  it.each([
    [{ people: 'many' }, 'people: a whole number above 0; found "many"'],
    [{ days: '0' }, 'days: a whole number above 0; found "0"'],
    [{ messages: '2' }, 'messages: a share from 0 to 1; found "2"'],
    [{ start: '5 December' }, 'start: a date such as 2025-12-05; found "5 December"'],
    [{ industry: 'zoo' }, 'industry: one of port, '],
    [{ region: 'atlantis' }, 'region: one of au, '],
    [{ programmes: 'sim-swop' }, 'programmes: there is no "sim-swop"; there are all, '],
  ])('%o is refused, saying what would do', (asked, why) => {
    expect(() => optionsOf(asked)).toThrow(SeedOptionError);
    expect(() => optionsOf(asked)).toThrow(why);
  });
});

const little = { ...optionsOf({ people: '20', days: '3', programmes: 'none' }) };

/** Lines as they come, and how much the clock said meanwhile. */
async function streamed(pace: number) {
  const to = new PassThrough();
  const chunks: Buffer[] = [];
  to.on('data', (chunk: Buffer) => chunks.push(chunk));
  const since = performance.now();
  const count = await seedStream(little, { to, pace, clock: () => performance.now() });
  return { count, lines: Buffer.concat(chunks).toString().trimEnd().split('\n'), took: performance.now() - since };
}

describe('a stream', () => {
  it('is one record a line, the same each time', async () => {
    const [once, again] = [await streamed(Infinity), await streamed(Infinity)];
    expect(once.lines).toHaveLength(once.count);
    expect(once.count).toBeGreaterThan(100);
    expect(once.lines.every((line) => typeof JSON.parse(line) === 'object')).toBe(true);
    expect(again.lines).toEqual(once.lines);
  });

  it('keeps the pace it is told', async () => {
    // Three days and a little in a bit more than a second.
    const { took, lines } = await streamed((3 * 86_400_000) / 1_000);
    expect(lines).toEqual((await streamed(Infinity)).lines);
    expect(took).toBeGreaterThan(700);
  });

  it('ends when nobody reads any more', async () => {
    const to = new Writable({ write: (_, __, done) => done() });
    to.end();
    expect(await seedStream(little, { to, pace: Infinity, clock: () => 0 })).toBe(0);
  });
});
