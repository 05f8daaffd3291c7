// The SDL of graphql/ with what answers it.

import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { Action, Mutation } from './resolvers/action.ts';
import { Finding } from './resolvers/finding.ts';
import { Check, Incident, Narrative } from './resolvers/incident.ts';
import { Query } from './resolvers/query.ts';
import { DateTime } from './scalars.ts';
import { typeDefs, type Resolvers } from './schema.gen.ts';

const resolvers: Resolvers = { Action, Check, DateTime, Finding, Incident, Mutation, Narrative, Query };

export const schema: GraphQLSchema = makeExecutableSchema({ typeDefs, resolvers });
