// Models of mail from disk: whose wins, and that every mistake is told with its file, line and column.

import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../src/graph/local/java.ts';
import { metric } from '../../src/mail/metric.ts';
import type { Metric } from '../../src/mail/metric.ts';
import { metrics as registry } from '../../src/mail/metrics.ts';
import { evaluate, modelOf } from '../../src/mail/model.ts';
import type { Model } from '../../src/mail/model.ts';
import { PlacedError } from '../../src/mail/placed.ts';
import { mailFolders, MailModelError, placedYaml, readMailLists, readMailModels } from '../../src/tenant/mail-models.ts';
import { folder } from '../support/folder.ts';
import type { Folder } from '../support/folder.ts';

const metrics: readonly Metric[] = [
  metric({ id: 'urls.count', version: 1, unit: 'count', from: 'html', title: 'links', of: () => 0 }),
  metric({ id: 'urls.hosts', version: 1, unit: 'list', from: 'html', title: 'hosts', of: () => [] }),
  metric({ id: 'authentication.dmarc', version: 1, unit: 'text', from: 'head', title: 'DMARC', of: () => 'pass' }),
];

const homes: Folder[] = [];
afterAll(() => {
  for (const home of homes) home.remove();
});

function written(files: Readonly<Record<string, string>>): string {
  const home = folder('mail-models');
  homes.push(home);
  home.write(files);
  return home.path;
}

const model = (lines: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    title: 'Many links',
    version: '1',
    says: 'The message has many links.',
    severity: 'low',
    tags: '[links]',
    action: 'tag',
    techniques: '[T1566.002]',
    when: '{metric: urls.count, above: 20}',
    because: 'It has more than twenty links.',
    falsePositives: 'Newsletters.',
    ...lines,
  })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');

const at = (path: string) => ({ models: path, lists: join(path, 'lists') });

const load = (files: Readonly<Record<string, string>>): readonly Model[] => readMailModels([at(written(files))], metrics);

function complaint(files: Readonly<Record<string, string>>): string {
  const path = written(files);
  try {
    readMailModels([at(path)], metrics);
  } catch (error) {
    if (error instanceof MailModelError) return error.message.replaceAll(`${path}/`, '');
    throw error;
  }
  return 'none';
}

it('reads a model and its lists, in order of name', () => {
  const models = load({
    'b-links.yaml': model(),
    'a-hosts.yml': model({ when: '{metric: urls.hosts, list: partners}' }),
    'lists/partners.yaml': 'title: Partners\nkind: domains\nentries:\n  - Fabrikam.test\n',
    'notes.txt': 'not a model',
  });
  expect(models.map(({ id }) => id)).toEqual(['a-hosts', 'b-links']);
  expect(models[1]).toMatchObject({
    title: 'Many links',
    severity: 'low',
    action: 'tag',
    tags: ['links'],
    techniques: ['T1566.002'],
  });
  expect(models.map((it) => evaluate(it, { 'urls.hosts': ['www.fabrikam.test'], 'urls.count': 3 })?.id)).toEqual([
    'a-hosts',
    undefined,
  ]);
});

it('takes an operator’s own before the shipped one of that name, models and lists alike', () => {
  const shipped = written({
    'links.yaml': model(),
    'hosts.yaml': model({ when: '{metric: urls.hosts, list: partners}' }),
    'lists/partners.yaml': '{title: Partners, kind: domains, entries: [fabrikam.test]}',
  });
  const own = written({
    'links.yaml': model({ title: 'Our own' }),
    'lists/partners.yaml': '{title: Partners, kind: domains, entries: [contoso.test]}',
  });
  const models = readMailModels([at(shipped), at(own), at(join(own, 'nothing-here'))], metrics);
  expect(models.map(({ id, title }) => [id, title])).toEqual([
    ['hosts', 'Many links'],
    ['links', 'Our own'],
  ]);
  const [hosts] = models;
  expect([['fabrikam.test'], ['contoso.test']].map((it) => hosts && evaluate(hosts, { 'urls.hosts': it })?.id)).toEqual([
    undefined,
    'hosts',
  ]);
});

it('follows an alias to what it stands for', () => {
  const [it] = load({ 'links.yaml': model({ when: '{any: [&many {metric: urls.count, above: 20}, {not: *many}]}' }) });
  expect(it && evaluate(it, { 'urls.count': 1 })?.because).toEqual([{ metric: 'urls.count', value: '1', is: 'not above 20' }]);
});

describe('a mistake is told with its place', () => {
  it.each([
    ['a missing part', model({ because: '' }), '1:1: a model needs `because:`; add it'],
    ['a part nobody knows', model({ actoin: 'hold' }), '11:1: a model has no "actoin", did you mean "action"?'],
    [
      'an action nobody knows',
      model({ action: 'delete' }),
      '6:9: there is no action "delete"; write `none`, `tag`, `junk`, `hold`',
    ],
    ['a severity nobody knows', model({ severity: 'hihg' }), '4:11: there is no severity "hihg", did you mean "high"?'],
    ['a version in words', model({ version: 'one' }), '2:10: expected the version as a number, found "one"'],
    ['a version of nought', model({ version: '0' }), '2:10: expected the version as a whole number from 1'],
    ['a tag that is none', model({ tags: '[Big Links]' }), '5:8: a tag is lower case letters, digits and -'],
    ['a technique that is none', model({ techniques: '[phishing]' }), '7:14: a technique is an ATT&CK id'],
    [
      'a metric nobody has',
      model({ when: '{metric: urls.cuont, above: 20}' }),
      '8:16: there is no metric "urls.cuont", did you mean "urls.count"?',
    ],
    ['a list nobody has', model({ when: '{metric: urls.hosts, list: partners}' }), '8:34: there is no list "partners"'],
    [
      'a wrong unit',
      model({ when: '{metric: authentication.dmarc, above: 20}' }),
      '8:38: authentication.dmarc is counted in text',
    ],
    ['text too long', model({ title: 'x'.repeat(101) }), '1:8: the title is longer than 100 characters'],
    ['nothing where something must be', model({ says: '~' }), '3:7: expected what it says as text, found nothing'],
    ['a list for a text', model({ says: '[a, b]' }), '3:7: expected what it says as text, found a list of 2'],
    ['a name twice', `${model()}title: Again\n`, '11:1: "title" stands here twice'],
    ['no YAML', 'title: "never closed\n', '2:1: not YAML: Missing closing'],
    ['a tab', 'title: x\nwhen:\n\tall: []\n', '3:1: not YAML: Tabs are not allowed'],
    ['two documents', `${model()}---\n${model()}`, ': not YAML: Source contains multiple documents'],
    ['nothing at all', '', '1:1: the file is empty'],
    ['a list', '- a\n', '1:1: expected a model as names and values'],
    ['a test without a message', model({ tests: '[{says: x, fires: true}]' }), '11:9: a test needs `message:`'],
    [
      'a test of a metric nobody has',
      model({ tests: '[{says: x, fires: true, values: {urls.x: 1}, message: {from: a@b.test}}]' }),
      '11:41: there is no metric "urls.x"',
    ],
    [
      'a test’s value in a wrong unit',
      model({ tests: '[{says: x, fires: true, values: {urls.count: a}, message: {from: a@b.test}}]' }),
      '11:53: expected a number',
    ],
    [
      'a test’s message with a part nobody knows',
      model({ tests: '[{says: x, fires: true, message: {form: a@b.test}}]' }),
      '11:42: a message has no "form", did you mean "from"?',
    ],
  ])('%s', (_, text, expected) => {
    const said = complaint({ 'links.yaml': text });
    expect(said).toContain('links.yaml:');
    expect(said).toContain(expected);
  });

  it('in a list', () => {
    const lists = (text: string) => complaint({ 'lists/partners.yaml': text });
    expect(lists('title: Partners\nkind: domains\nentries:\n  - fabrikam.test\n  - https://contoso.test\n')).toMatch(
      /^lists\/partners\.yaml:5:5: an entry of a list of domains is a domain/,
    );
    expect(lists('title: Partners\nkind: people\nentries: [a]\n')).toContain('2:7: there is no kind of list "people"');
    expect(lists('title: Partners\nkind: texts\n')).toContain('1:1: a list needs `entries:`');
  });

  it('in a file’s name', () => {
    expect(complaint({ 'Many Links.yaml': model() })).toBe(
      'Many Links.yaml: the file’s name is its id: lower case letters, digits and -; give it another name',
    );
  });

  it('in what is no file to be read', () => {
    const path = written({ 'b.yaml': model() });
    symlinkSync(join(path, 'gone.yaml'), join(path, 'a.yaml'));
    expect(() => readMailModels([at(path)], metrics)).toThrow(/a\.yaml: cannot be read \(ENOENT\); mend that or take it away/);
  });

  it('in several files at once', () => {
    const said = complaint({ 'a.yaml': model({ action: 'x' }), 'b.yaml': model(), 'c.yaml': model({ title: '' }) });
    expect(said.split('\n').map((line) => line.slice(0, 6))).toEqual(['a.yaml', 'c.yaml']);
  });
});

describe('hostile YAML', () => {
  /** Milliseconds are not measured: what is refused late makes the test run out of time. */
  const refused = (text: string): string => complaint({ 'links.yaml': text });

  it('with aliases of aliases', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const bomb = names
      .map(
        (name, i) =>
          `${name}: &${name} [${Array(9)
            .fill(i === 0 ? 'x' : `*${names[i - 1] ?? ''}`)
            .join(', ')}]`,
      )
      .join('\n');
    expect(refused(bomb)).toContain('at most 100 aliases');
  });

  it('with an alias of itself', () => {
    expect(refused('a: &a [*a]')).toContain('nested more than 24 deep');
  });

  it.each([
    ['lists', '['.repeat(30_000)],
    ['closed lists', '['.repeat(30_000) + ']'.repeat(30_000)],
    ['maps', '{a: '.repeat(16_000)],
    ['blocks', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['dashes', '- '.repeat(30_000)],
    ['questions', '? '.repeat(30_000)],
  ])('nested in %s', (_, text) => {
    expect(refused(text)).toMatch(/links\.yaml:\d+:\d+: values are nested more than 24 deep/);
  });

  it('in a file larger than anybody writes', () => {
    expect(refused(model() + '#'.repeat(64 * 1024))).toMatch(
      /links\.yaml:1:1: the file has \d+ bytes, and at most 65536 are read/,
    );
  });

  it('of names that mean something to the language', () => {
    expect(refused('__proto__: {title: x}\nconstructor: 1\n')).toContain('1:1: a model has no "__proto__"');
    expect(refused(model({ when: '{metric: constructor, is: true}' }))).toContain('there is no metric "constructor"');
    expect(Object.getPrototypeOf(placedYaml('{}'))).toBe(Object.prototype);
  });

  it('of values that are none', () => {
    expect(refused('? [a]\n: b\n')).toContain('a name is a word');
    expect(refused('a: !!binary AAAA\n')).toMatch(/links\.yaml:1:\d+: /);
  });

  it('or a model somebody typed at random into, is a model or is told with its place', () => {
    const shipped = ['payment-diversion', 'qr-phish', 'newsletter'].map((id) =>
      readFileSync(join(root, 'models', 'mail', `${id}.yaml`), 'utf8'),
    );
    const lists = new Map(readMailLists(mailFolders(root)).map((list) => [list.id, list]));
    const everything = { metrics: new Map(registry.map((it) => [it.id as string, it])), lists };
    const typed = fc.constantFrom(
      ...'{}[]:-&*!|>%@#"\' \n\t,?~01x'.split(''),
      '\u0000',
      '<<: *a',
      '&a',
      '- - -',
      '!!js/function',
    );
    const slip = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(12), typed });
    fc.assert(
      fc.property(fc.constantFrom(...shipped), fc.array(slip, { minLength: 1, maxLength: 6 }), (text, slips) => {
        const changed = slips.reduce((it, slip) => {
          const place = Math.floor(slip.at * it.length);
          return it.slice(0, place) + slip.typed + it.slice(place + slip.cut);
        }, text);
        try {
          modelOf('typed', placedYaml(changed), everything);
        } catch (error) {
          expect(error).toBeInstanceOf(PlacedError);
          expect((error as PlacedError).at.line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
