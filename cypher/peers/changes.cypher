// Which groups became which.
//
// @mode    read
// @returns from    string
// @returns into    string
// @returns at      Instant
// @returns kind    string
// @returns because string

MATCH (a:PeerGroup)-[r:BECAME]->(b:PeerGroup)
RETURN a.id AS from, b.id AS into, r.at AS at, r.kind AS kind, r.because AS because
ORDER BY from, into, at, kind
