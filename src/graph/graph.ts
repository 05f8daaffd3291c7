// The door to the database: typed statements in, plain rows out. The graph room is the only one behind it.

/** One .cypher file: its path is its name; its header types it. */
export interface Query<P, R> {
  readonly name: string;
  readonly mode: 'read' | 'write';
  readonly text: string;
  /** Never set: it carries the types of the header to the caller. */
  readonly types?: { params: P; row: R };
}

export interface Transaction {
  run<P, R>(query: Query<P, R>, params: P): Promise<readonly R[]>;
}

export interface Graph extends Transaction {
  /** Several statements, all or nothing; the work may run again after a transient failure, so it must do nothing else. */
  together<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Several reading statements after one another, with one greeting and one farewell for all; may run again as well. */
  reading<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The database refused a statement; the message starts with the statement's name. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly query: string;
  /** Neo4j's status code, e.g. `Neo.ClientError.Statement.SyntaxError`. */
  readonly code: string;

  constructor(query: string, code: string, why: string, cause?: unknown) {
    super(`${query} failed: ${why}`, { cause });
    this.query = query;
    this.code = code;
  }
}

/** There is no database to speak to; the message says what, where, and what to do. */
export class GraphUnavailableError extends Error {
  override readonly name = 'GraphUnavailableError';
}
