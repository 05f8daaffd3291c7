// A page of the audit chain, the newest entry first.
//
// @mode    read
// @param   before       number
// @param   limit        number
// @returns sequence     number
// @returns hash         string
// @returns previousHash string
// @returns at           Instant
// @returns who          string
// @returns what         string
// @returns target       string
// @returns details      string
// @returns action       string | null

MATCH (entry:AuditEntry)
WHERE entry.sequence < $before
WITH entry ORDER BY entry.sequence DESC LIMIT $limit
OPTIONAL MATCH (entry)-[:RECORDS]->(a:Action)
RETURN entry.sequence AS sequence, entry.hash AS hash, entry.previousHash AS previousHash, entry.at AS at,
       entry.who AS who, entry.what AS what, entry.target AS target, entry.details AS details, a.report AS action
ORDER BY sequence DESC
