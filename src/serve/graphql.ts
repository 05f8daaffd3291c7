// Apollo, as strict as it goes.

import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { Server } from 'node:http';
import { seconds } from '../model/time.ts';
import type { Logger } from '../log.ts';
import type { Context } from './context.ts';
import { tellingOf } from './errors.ts';
import { limits, mostSelections, mostTokens } from './limits.ts';
import { schema } from './schema.ts';

export interface GraphqlOptions {
  readonly http: Server;
  readonly log: Logger;
  readonly introspection: boolean;
}

/** What is being answered when we stop gets this long. */
const drainMs = seconds(1.5);

export const apollo = ({ http, log, introspection }: GraphqlOptions): ApolloServer<Context> =>
  new ApolloServer<Context>({
    schema,
    introspection,
    logger: log,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: { ttl: 900 },
    parseOptions: { maxLexicalTokens: mostTokens },
    maxRecursiveSelections: mostSelections,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    formatError: tellingOf(log),
    // We stop in our own order; Apollo's handler would end the process before us.
    stopOnTerminationSignals: false,
    plugins: [
      limits,
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: drainMs }),
      // Its page loads scripts from elsewhere.
      ApolloServerPluginLandingPageDisabled(),
      // Nothing is told to Apollo's cloud, even where APOLLO_KEY is set for another program.
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
