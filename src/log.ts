// The logger, and what is never logged: credentials, and what people wrote to one another.

import { pino, stdTimeFunctions } from 'pino';

export type Logger = pino.Logger;

const never = ['authorization', 'cookie', 'password', 'secret', 'token', 'body', 'subject'];

// The redactor matches whole paths, so each name is given for every depth a log call has.
const paths = never.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]);

/** JSON lines on stderr, stdout being for results. */
export function createLog(level: string): Logger {
  return pino(
    {
      level,
      // No host name and no pid: a line says what happened, not where it was typed.
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, censor: '[hidden]' },
    },
    // Written at once: a command that ends in the next tick loses no line.
    pino.destination({ dest: 2, sync: true }),
  );
}
