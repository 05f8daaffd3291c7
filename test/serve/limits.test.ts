import { ApolloServer } from '@apollo/server';
import { buildSchema, parse } from 'graphql/index.js';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/serve/context.ts';
import { costOf, depthOf, limits, mostCost, mostDepth } from '../../src/serve/limits.ts';
import { schema } from '../../src/serve/schema.ts';
import { everything } from './support.ts';

const fields = schema.getQueryType()?.getFields() ?? {};
/** Every field but chronicles, which are asked for of an incident or two. */
const list = (name: string, first: number) => {
  const field = fields[name];
  return field === undefined ? '' : `${name}(first: ${first}) ${everything(field.type, ['ChronicleEntry'])}`;
};
const cost = (query: string, variables = {}) => costOf(schema, parse(query), { variables });

describe('the depth of a query', () => {
  it('counts fields inside one another', () => {
    expect(depthOf(parse('{ viewer { name } }'))).toBe(2);
    expect(depthOf(parse('{ a { b { c } } d }'))).toBe(3);
  });

  it('counts through fragments, as often as they are spread', () => {
    const query = '{ a { ...One } } fragment One on T { b { ...Two ...Two } } fragment Two on T { ... on T { c { d } } }';
    expect(depthOf(parse(query))).toBe(4);
  });

  it('is that of the operation that is asked for', () => {
    const both = parse('query Flat { a } query Deep { a { b { c } } }');
    expect([depthOf(both, 'Flat'), depthOf(both, 'Deep'), depthOf(both, 'None')]).toEqual([1, 3, 0]);
  });

  it('leaves questions about the schema to graphql-js', () => {
    expect(depthOf(parse('{ __schema { types { fields { type { name } } } } }'))).toBe(0);
  });

  it('of all there is stays below the limit', () => {
    expect(depthOf(parse(`{ ${list('incidents', 1)} ${list('findings', 1)} ${list('actions', 1)} }`))).toBeLessThan(mostDepth);
  });

  it('beyond the limit is refused before anything runs', async () => {
    const circles = new ApolloServer<Context>({ typeDefs: 'type Query { next: Query end: Int }', plugins: [limits] });
    const codesAt = async (depth: number) => {
      const query = `${'{ next '.repeat(depth - 1)} { end } ${'}'.repeat(depth - 1)}`;
      const { body } = await circles.executeOperation({ query }, { contextValue: {} as Context });
      return body.kind === 'single' ? body.singleResult.errors?.map(({ extensions }) => extensions?.['code']) : [];
    };
    expect(await codesAt(mostDepth)).toBeUndefined();
    expect(await codesAt(mostDepth + 1)).toEqual(['QUERY_TOO_DEEP']);
  });

  it('of many fragments that each spread the next twice is found at once', () => {
    const links = Array.from({ length: 40 }, (_, n) => `fragment F${n} on T { x { ...F${n + 1} } y { ...F${n + 1} } }`);
    expect(depthOf(parse(`{ ...F0 } ${links.join(' ')} fragment F40 on T { z }`))).toBe(41);
  });
});

describe('the cost of a query', () => {
  it('multiplies what is inside a list by the rows asked for', () => {
    expect(cost('{ incidents(first: 10) { edges { node { id } } } }')).toBe(500 + 10 * 3);
    expect(cost('query ($n: Int!) { incidents(first: $n) { totalCount } }', { n: 20 })).toBe(520);
    expect(cost('{ incidents { totalCount } }')).toBe(550);
  });

  it('of three lists of 50 rows with every field stays well below the limit', () => {
    expect(cost(`{ ${list('incidents', 50)} ${list('findings', 50)} ${list('actions', 50)} }`)).toBeLessThan(mostCost / 2.5);
    expect(cost(`{ a: ${list('incidents', 50)} b: ${list('incidents', 50)} c: ${list('incidents', 50)} }`)).toBeLessThan(
      mostCost,
    );
  });

  it('of the longest page with every field stays below it too', () => {
    expect(cost(`{ ${list('incidents', 200)} }`)).toBeLessThan(mostCost);
  });

  it('of one list asked for under many names goes beyond it, also when no row is wanted', () => {
    const many = (rows: number, fields: string) =>
      Array.from({ length: 100 }, (_, n) => `i${n}: incidents(first: ${rows}) ${fields}`);
    expect(cost(`{ ${many(200, '{ edges { node { id } } }').join(' ')} }`)).toBeGreaterThan(mostCost);
    expect(cost(`{ ${many(0, '{ totalCount }').join(' ')} }`)).toBeGreaterThan(mostCost);
  });

  it('of a walk through the graph is that of many lists', () => {
    const walk = (n: number) => `n${n}: neighbourhood(label: IP, key: "192.0.2.1", first: 200) { neighbours { key events } }`;
    const ends = 'from: { label: User, key: "a" }, to: { label: User, key: "b" }';
    const way = (n: number) => `p${n}: paths(${ends}, first: 10) { paths { steps { key } } }`;
    const many = (times: number, one: (n: number) => string) =>
      cost(`{ ${Array.from({ length: times }, (_, n) => one(n)).join(' ')} }`);
    expect(many(2, walk) + many(2, way)).toBeLessThan(mostCost);
    expect(many(20, walk)).toBeGreaterThan(mostCost);
    expect(many(5, way)).toBeGreaterThan(mostCost);
  });

  it('of lives is that of many rows: a few are told at once, and not hundreds', () => {
    const lives = (times: number) =>
      cost(`{ user(id: "a") { ${Array.from({ length: times }, (_, n) => `l${n}: patternOfLife { says }`).join(' ')} } }`);
    const surprises = (times: number) =>
      cost(
        `{ user(id: "a") { ${Array.from({ length: times }, (_, n) => `s${n}: surprise(dimension: country, value: "GH") { bits }`).join(' ')} } }`,
      );
    for (const many of [lives, surprises]) {
      expect(many(10)).toBeLessThan(mostCost);
      expect(many(60)).toBeGreaterThan(mostCost);
    }
  });

  it('of chronicles is that of the entries they may have: those of a page are answered, and not those of every page', () => {
    const chronicles = (rows: number) => cost(`{ incidents(first: ${rows}) { edges { node { chronicle { at } } } } }`);
    expect(chronicles(50)).toBeLessThan(mostCost);
    expect(chronicles(100)).toBeGreaterThan(mostCost);
  });

  it('of habits is that of the rows asked for', () => {
    const habits = (first: number) => cost(`{ user(id: "a") { habits(dimension: device, first: ${first}) { key count } } }`);
    expect(habits(200) - habits(100)).toBe(200);
  });

  it('is not paid for by a negative number of rows', () => {
    const many = '{ a: incidents(first: 100) { totalCount }  b: incidents(first: -100000) { totalCount } }';
    expect(cost(many)).toBe(600 + 500);
  });

  it('says which variable does not fit', () => {
    expect(() => cost('query ($n: Int!) { incidents(first: $n) { totalCount } }', { n: 'ten' })).toThrow(/"\$n".*"ten"/);
  });

  it('of an operation that is not there is nothing', () => {
    expect(costOf(schema, parse('{ viewer { name } }'), { operationName: 'Other' })).toBe(0);
  });

  it('multiplies lists inside lists', () => {
    const other = buildSchema('type Query { rows(first: Int): Row } type Row { rows(first: Int): Row, x: Int }');
    expect(costOf(other, parse('{ rows(first: 50) { rows(first: 40) { x } } }'), {})).toBe(500 + 50 * (1 + 40));
  });
});
