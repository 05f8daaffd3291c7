// What incidents that changed after a moment are made of, the latest change first; without a signature, those that stand
// no more or are not to be compared.
//
// @mode    read
// @param   after     Instant
// @param   limit     number
// @returns id        string
// @returns changedAt Instant
// @returns lastAt    Instant
// @returns signature string | null

MATCH (i:Incident)
WHERE i.changedAt > $after
WITH i ORDER BY i.changedAt DESC, i.id LIMIT $limit
RETURN i.id AS id, i.changedAt AS changedAt, i.lastAt AS lastAt,
       CASE WHEN i.status <> 'merged' AND NOT i.background THEN i.signature END AS signature
ORDER BY changedAt DESC, id
