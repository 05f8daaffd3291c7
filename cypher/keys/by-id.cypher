// A key that has not been revoked.
//
// @mode    read
// @param   id     string
// @returns hash   string
// @returns scopes string[]

MATCH (k:ApiKey {id: $id})
WHERE k.revokedAt IS NULL
RETURN k.hash AS hash, k.scopes AS scopes
