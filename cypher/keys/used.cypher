// Notes that a key was used.
//
// @mode  write
// @param id  string
// @param now Instant

MATCH (k:ApiKey {id: $id})
SET k.lastUsedAt = $now
