// How much one query may ask for. Without limits a line of GraphQL can cost the database minutes.

import type { ApolloServerPlugin } from '@apollo/server';
import {
  getOperationAST,
  GraphQLError,
  Kind,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql/index.js';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import type { Context } from './context.ts';
import { refusedAtOnce } from './errors.ts';

/** Text with more tokens is not read; every field of every list takes a few hundred. */
export const mostTokens = 4_000;

/** Fields once fragments are spread; more is refused before anything is measured, so that measuring stays cheap. */
export const mostSelections = 5_000;

/** Fields inside one another; our own deepest question is seven deep. */
export const mostDepth = 12;

/**
 * Fields in the answer, a list inside a row counted as one row. Every field of three lists of 50 rows comes to 17,000, of
 * 200 incidents to 42,000.
 */
export const mostCost = 49_000;

/** What a field of Query, Mutation or Subscription costs by itself: it speaks to the database, whatever it is asked for then. */
const readCost = 500;

/** Those that read far more than the rows they give. */
const readCosts: Readonly<Record<string, number>> = { neighbourhood: 2_500, paths: 10_000, similarIncidents: 2_500 };

/** The same for what is no field of Query: all the habits of an entity, or of many people; a whole chronicle. */
const weighedCosts: Readonly<Record<string, number>> = {
  ...{ patternOfLife: 1_000, 'User.surprise': 1_000 },
  ...{ chronicle: 500, believed: 500, difference: 500 },
  // A message is read anew, and its page written anew; copies are asked for message by message.
  ...{ 'Email.letter': 100, 'Email.copies': 10, 'CampaignMember.copies': 5, 'Campaign.places': 500 },
  // All findings of an incident are read for it; each related one is read by itself.
  ...{ 'Incident.explanation': 500, 'RelatedIncident.incident': 50 },
};

/** Refuses a query that is too deep or too costly before any of it runs; only then are its variables known. */
export const limits: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, request }) {
        refuseDeep(document, request);
        refuseCostly(schema, document, request);
        return Promise.resolve();
      },
    }),
};

export interface Asked {
  readonly operationName?: string | undefined;
  readonly variables?: Record<string, unknown> | undefined;
}

export function refuseDeep(document: DocumentNode, asked: Asked): void {
  const depth = depthOf(document, asked.operationName);
  if (depth <= mostDepth) return;
  throw refusedAtOnce('QUERY_TOO_DEEP', `The query is ${depth} fields deep; at most ${mostDepth} are answered.`);
}

export function refuseCostly(schema: GraphQLSchema, document: DocumentNode, asked: Asked): void {
  const cost = costOf(schema, document, asked);
  if (cost <= mostCost) return;
  throw refusedAtOnce(
    'QUERY_TOO_COSTLY',
    `The query costs ${cost}; at most ${mostCost} is answered. Ask for fewer rows or fewer fields.`,
  );
}

/** Of a valid document: its fragments exist and make no circle. Questions about the schema are limited by graphql-js. */
export function depthOf(document: DocumentNode, operationName?: string): number {
  const fragments = new Map(document.definitions.filter(isFragment).map((it) => [it.name.value, it.selectionSet]));
  const known = new Map<string, number>();

  const below = (set: SelectionSetNode | undefined): number => Math.max(0, ...(set?.selections.map(depthAt) ?? []));
  const depthAt = (selection: SelectionSetNode['selections'][number]): number => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return below(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    return selection.name.value.startsWith('__') ? 0 : 1 + below(selection.selectionSet);
  };
  const ofFragment = (name: string): number => {
    const depth = known.get(name) ?? below(fragments.get(name));
    known.set(name, depth);
    return depth;
  };

  return below(getOperationAST(document, operationName)?.selectionSet);
}

const isFragment = (node: DefinitionNode): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION;

export function costOf(schema: GraphQLSchema, query: DocumentNode, { operationName, variables = {} }: Asked): number {
  // Apollo itself says that there is no such operation.
  if (!getOperationAST(query, operationName)) return 0;
  try {
    return getComplexity({ schema, query, variables, estimators, ...(operationName !== undefined && { operationName }) });
  } catch (error) {
    // A variable that does not fit its type is found here first.
    throw error instanceof GraphQLError ? refusedAtOnce('BAD_USER_INPUT', error.message) : error;
  }
}

const estimators: ComplexityEstimator[] = [
  ({ type, field, args, childComplexity }) => ownCost(type.name, field.name) + rowsOf(args) * childComplexity,
];

const ownCost = (type: string, field: string): number =>
  roots.has(type) ? (readCosts[field] ?? readCost) : (weighedCosts[field] ?? weighedCosts[`${type}.${field}`] ?? 1);

const roots = new Set(['Query', 'Mutation', 'Subscription']);

// A negative number of rows is refused later; until then it must not pay for other fields.
const rowsOf = ({ first, most }: { readonly first?: unknown; readonly most?: unknown }): number => {
  const asked = first ?? most;
  return typeof asked === 'number' ? Math.max(0, asked) : 1;
};
