import { describe, expect, it } from 'vitest';
import { degreesOfMembership, medianOfAllPairs, medianOnEdges } from '../../../src/learn/communities/consensus.ts';
import type { Vote } from '../../../src/learn/communities/consensus.ts';
import { csrOf } from '../../../src/learn/communities/csr.ts';

/** A letter for each person: who shares one is together. */
const votes = (...ballots: readonly (readonly [string, number])[]): Vote[] =>
  ballots.map(([letters, weight]) => ({ parted: Uint32Array.from(letters, (letter) => 'abcdef'.indexOf(letter)), weight }));

const letters = (labels: Uint32Array | undefined): string => [...(labels ?? [])].map((label) => 'abcdef'[label]).join('');

describe('the median', () => {
  it('has together whom more than half of the votes have together', () => {
    expect(letters(medianOfAllPairs(votes(['aabbcc', 0.4], ['aabbbb', 0.35], ['abcccc', 0.25]), 'x'))).toBe('aabbbb');
    expect(letters(medianOfAllPairs(votes(['aabbcc', 0.6], ['aabbbb', 0.4]), 'x'))).toBe('aabbcc');
  });

  it('of one vote, or of votes that agree, is that vote', () => {
    expect(letters(medianOfAllPairs(votes(['abbaca', 1]), 'x'))).toBe('abbaca');
    expect(letters(medianOfAllPairs(votes(['abbaca', 0.5], ['bccbab', 0.5]), 'x'))).toBe('abbaca');
  });

  it('of nobody is nobody', () => {
    expect(letters(medianOfAllPairs(votes(['', 1]), 'x'))).toBe('');
  });

  it('can begin with who is joined by an edge', () => {
    const graph = csrOf(6, [0, 2, 4, 1], [1, 3, 5, 2]);
    expect(letters(medianOnEdges(graph, votes(['aabbcc', 0.4], ['aabbbb', 0.35], ['abcccc', 0.25]), 'x'))).toBe('aabbbb');
  });
});

it('a degree of membership is the share of votes for being together, averaged over the others of the group', () => {
  const degrees = degreesOfMembership(Uint32Array.from([0, 0, 0, 1]), votes(['aaab', 0.5], ['aabb', 0.25], ['abbb', 0.25]));
  expect([...degrees]).toEqual([(0.75 + 0.5) / 2, (0.75 + 0.75) / 2, (0.5 + 0.75) / 2, 1]);
});
