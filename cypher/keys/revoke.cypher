// Revokes a key for good; revoked once, it keeps its first time. No row: there is none of that id.
//
// @mode    write
// @param   id        string
// @param   now       Instant
// @returns revokedAt Instant

MATCH (k:ApiKey {id: $id})
SET k.revokedAt = coalesce(k.revokedAt, $now)
RETURN k.revokedAt AS revokedAt
