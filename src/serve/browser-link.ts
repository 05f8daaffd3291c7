// Links that open Neo4j Browser with a statement in its editor. A link never runs a statement and never holds a password.

/** Where Neo4j Browser is, and what it is to connect to. */
export interface BrowserAddress {
  readonly http: string;
  readonly bolt: string;
  readonly user: string;
  readonly database: string;
}

export function browserLink({ http, bolt, user, database }: BrowserAddress, cypher: string): string {
  // Browser fills its form from neo4j:// addresses; where there is but one server, both schemes lead there.
  const [scheme, rest] = bolt.replace(/^bolt/, 'neo4j').split('://');
  const query = { dbms: `${scheme ?? ''}://${user}@${rest ?? ''}`, db: database, cmd: 'edit', arg: cypher };
  const fields = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${new URL('/browser/', http).href}?${fields.join('&')}`;
}
