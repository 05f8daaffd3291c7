// Actions that changed after a moment, in the order of their changes.
//
// @mode    read
// @param   after  Instant
// @param   id     string
// @param   limit  number
// @returns at     Instant
// @returns id     string
// @returns report string

MATCH (a:Action)
WHERE a.changedAt >= $after AND (a.changedAt > $after OR a.id > $id)
RETURN a.changedAt AS at, a.id AS id, a.report AS report
ORDER BY a.changedAt, a.id
LIMIT $limit
