// Every key there is or was, the oldest first.
//
// @mode    read
// @returns id         string
// @returns name       string
// @returns scopes     string[]
// @returns createdAt  Instant
// @returns lastUsedAt Instant | null
// @returns revokedAt  Instant | null

MATCH (k:ApiKey)
RETURN k.id AS id, k.name AS name, k.scopes AS scopes,
       k.createdAt AS createdAt, k.lastUsedAt AS lastUsedAt, k.revokedAt AS revokedAt
ORDER BY createdAt, id
LIMIT 10000
