// What a client is told when something goes wrong: a stable code, a sentence, and never what is behind the wall.

import { unwrapResolverError } from '@apollo/server/errors';
import { randomUUID } from 'node:crypto';
// The file that Node means by 'graphql': vitest would take its .mjs twin, and two of them disown each other's objects.
import { GraphQLError, type GraphQLFormattedError } from 'graphql/index.js';
import { GraphUnavailableError } from '../graph/graph.ts';
import type { Logger } from '../log.ts';

/** Somebody else listens on the port; the caller may try another one. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
}

/** The address cannot be listened on, or may not be. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
}

export const badInput = (message: string): GraphQLError => refused('BAD_USER_INPUT', message);

/** Asked rightly, by somebody who may not. */
export const forbidden = (message: string): GraphQLError => refused('FORBIDDEN', message);

/** More than one answer may hold. */
export const tooMuch = (message: string): GraphQLError => refused('QUERY_TOO_COSTLY', message);

/** A whole request refused before any of it ran. */
export const refusedAtOnce = (code: Code, message: string): GraphQLError => refused(code, message, { http: { status: 400 } });

const refused = (code: Code, message: string, more: object = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { ...more, code } });

// Clients branch on these: codes are added, never renamed. The first ones are Apollo's.
const codes = [
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'DATABASE_UNAVAILABLE',
  'FORBIDDEN',
  'INTERNAL_SERVER_ERROR',
  'QUERY_TOO_COSTLY',
  'QUERY_TOO_DEEP',
] as const;
export type Code = (typeof codes)[number];

/** Tells a client of an error; what it must not know is logged beside a reference that it may quote. */
export const tellingOf =
  (log: Logger) =>
  (told: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    if (cause instanceof GraphUnavailableError) return away(told, cause, log);
    if (isMeantForClients(told)) return told;
    // Apollo's word on a request that is wrong as a whole; some of those carry no code.
    if (cause instanceof GraphQLError && cause.path === undefined && cause.originalError === undefined)
      return { ...told, extensions: { ...told.extensions, code: 'BAD_REQUEST' satisfies Code } };

    return { ...placeOf(told), ...masked(cause, log) };
  };

const isMeantForClients = ({ extensions }: GraphQLFormattedError): boolean =>
  extensions?.['code'] !== 'INTERNAL_SERVER_ERROR' && codes.some((code) => code === extensions?.['code']);

/** An error nobody foresaw, in words that give nothing away. */
export function masked(error: unknown, log: Logger) {
  const reference = randomUUID();
  log.error({ reference, err: error }, 'a request failed');
  return {
    message: `Something went wrong here. The log says more under reference ${reference}.`,
    extensions: { code: 'INTERNAL_SERVER_ERROR' satisfies Code, reference },
  };
}

function away(told: GraphQLFormattedError, error: GraphUnavailableError, log: Logger): GraphQLFormattedError {
  log.warn({ err: error }, 'a request found no database');
  return {
    ...placeOf(told),
    message: 'The database cannot be reached. Try again in a moment.',
    extensions: { code: 'DATABASE_UNAVAILABLE' satisfies Code },
  };
}

/** Where in the query it happened: the client's own words. */
const placeOf = ({ path, locations }: GraphQLFormattedError) => ({
  ...(path !== undefined && { path }),
  ...(locations !== undefined && { locations }),
});
