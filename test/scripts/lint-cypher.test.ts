import { describe, expect, it } from 'vitest';
import { lintStatement } from '../../scripts/lint-cypher.ts';

const statement = (body: string, header = '// @mode write\n// @param rows { id: string }[]') =>
  `// What.\n//\n${header}\n\n${body}\n`;
const complaints = (body: string, header?: string) =>
  lintStatement('cypher/a/b.cypher', statement(body, header)).map(({ line, says }) => `${line} ${says}`);

describe('the linter', { timeout: 30_000 }, () => {
  it('is content with an ordinary statement', () => {
    const body = `UNWIND $rows AS row
MERGE (e:Event {id: row.id})
SET e.at = row.when, e += {kind: 'signIn'}
WITH e, row WHERE NOT EXISTS { (e)-[:BY]->(:User {id: row.whoever}) }
RETURN e.id AS id, e {.id, .at} AS event, date.truncate('day', date()) AS day
ORDER BY id`;
    expect(complaints(body)).toEqual([]);
  });

  it('names misspelt properties, wherever they stand', () => {
    const body = `UNWIND $rows AS row
MATCH (e:Event {idd: row.id})-[by:BY {whne: 1}]->(:User)
SET e.att = 1, by += {knd: 2}
WITH e AS it
RETURN it.sorce AS s, it {.recrd} AS r`;
    expect(complaints(body)).toEqual([
      '7 the property idd is not in src/model/graph.ts',
      '7 the property whne is not in src/model/graph.ts',
      '8 the property att is not in src/model/graph.ts',
      '8 the property knd is not in src/model/graph.ts',
      '10 the property recrd is not in src/model/graph.ts',
      '10 the property sorce is not in src/model/graph.ts',
    ]);
  });

  it('knows our labels and relationship types', () => {
    const [label, type] = complaints(
      'UNWIND $rows AS row\nMATCH (e:Evnt {id: row.id})\nMATCH (f:Event)-[:BI]->(:User)\nRETURN e.id AS id, f.id AS other',
    );
    expect(label).toMatch(/^7 .*Evnt/);
    expect(type).toMatch(/^8 .*BI/);
  });

  it('holds a statement to its header', () => {
    expect(complaints('RETURN $other AS o', '// @mode read\n// @param rows string[]')).toEqual([
      '1 @param rows is never used',
      '6 Parameter $other is not defined.',
    ]);
    expect(complaints('MERGE (m:Meta {name: $name}) RETURN m.name AS name', '// @mode read\n// @param name string')).toEqual([
      '6 MERGE in a statement whose @mode is read',
    ]);
    expect(complaints('RETURN 1 AS one', '// nothing')).toEqual([
      '1 the header needs one line "// @mode read" or "// @mode write"',
    ]);
  });

  it('forbids what not every server has, and what was removed', () => {
    expect(complaints('UNWIND $rows AS row RETURN apoc.version() AS v').at(0)).toBe('6 APOC is not on every server');
    expect(complaints('UNWIND $rows AS row MATCH (e:Event {id: row.id}) RETURN id(e) AS id').join()).toMatch(
      /deprecated|Unknown function|not present/i,
    );
  });
});
