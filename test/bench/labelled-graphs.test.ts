import { expect, it } from 'vitest';
import { gml, labelled, largestPart } from '../../bench/learn/labelled-graphs.ts';
import { pairsIn } from '../../bench/realism/recorded.ts';

it('reads GML with the bracket on the same line or the next, values quoted or not', () => {
  const same =
    'graph [\n  node [\n    id 0\n    gt "1"\n  ]\n  node [ id 1 gt "two words" ]\n  edge [\n source 0\n target 1\n ]\n]';
  const next =
    'Creator "X"\r\ngraph\r\n[\r\n node\r\n [\r\n id 0\r\n gt 1\r\n ]\r\n node\r\n [ id 1 value 7 graphics [ x 1 ] ]\r\n edge [ source 0 target 1 weight 2 ]\r\n]';
  expect(gml(same)).toEqual({ nodes: new Map([['0', '1'], ['1', 'two words']]), edges: [['0', '1']] }); // prettier-ignore
  expect(gml(next)).toEqual({ nodes: new Map([['0', '1'], ['1', '7']]), edges: [['0', '1']] }); // prettier-ignore
});

it('says what is missing', () => {
  expect(() => gml('graph [ node [ label "x" ] ]')).toThrow('has no gt: label'.replace('gt', 'id'));
});

it('keeps each pair once, without loops, whatever ends a line', () => {
  const graph = labelled('x', pairsIn('0 1\r\n1 0\r\n2 2\r\n2 3'), new Map([['0', 'a'], ['1', 'a'], ['2', 'b'], ['3', 'b']])); // prettier-ignore
  expect(graph.edges).toEqual([
    { a: '0', b: '1', weight: 1 },
    { a: '2', b: '3', weight: 1 },
  ]);
});

it('takes the largest part, the one with the smallest name of two as large', () => {
  const truth = new Map(Array.from('abcdefg', (name): [string, string] => [name, 'x']));
  const part = largestPart(labelled('x', [['f', 'e'], ['d', 'c'], ['b', 'a'], ['b', 'g']], truth)); // prettier-ignore
  expect([...part.truth.keys()].sort().join('')).toBe('abg');
  const tied = largestPart(labelled('x', [['f', 'e'], ['d', 'c']], truth)); // prettier-ignore
  expect([...tied.truth.keys()].sort().join('')).toBe('cd');
  expect(tied.edges).toEqual([{ a: 'c', b: 'd', weight: 1 }]);
});
