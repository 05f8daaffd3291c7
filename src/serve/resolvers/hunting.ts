// Questions a hunter asks the graph itself.

import { browserLink } from '../browser-link.ts';
import { questions } from '../questions.gen.ts';
import type { QueryResolvers, SavedQuestionResolvers } from '../schema.gen.ts';

export const Query: Pick<QueryResolvers, 'savedQuestions'> = {
  savedQuestions: () => questions,
};

export const SavedQuestion: SavedQuestionResolvers = {
  browserLink: ({ cypher }, _, { browser }) => (browser === undefined ? null : browserLink(browser, cypher)),
};
