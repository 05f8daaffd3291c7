// The audit chain from its beginning.
//
// @mode    read
// @returns sequence     number
// @returns hash         string
// @returns previousHash string
// @returns at           Instant
// @returns who          string
// @returns what         string
// @returns target       string
// @returns details      string

MATCH (entry:AuditEntry)
RETURN entry.sequence AS sequence, entry.hash AS hash, entry.previousHash AS previousHash, entry.at AS at,
       entry.who AS who, entry.what AS what, entry.target AS target, entry.details AS details
ORDER BY sequence
