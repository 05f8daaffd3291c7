// Inside, a time is an Instant; at the edge it is RFC 3339 in UTC with milliseconds.

import { GraphQLScalarType } from 'graphql/index.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { rfc3339, type Instant } from '../model/time.ts';

export const DateTime = new GraphQLScalarType<Instant, string>({
  name: 'DateTime',
  serialize: (at) => rfc3339(at as Instant),
  parseValue: (text) => GraphQLDateTime.parseValue(text).getTime(),
});
