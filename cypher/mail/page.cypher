// Messages of at least a score, the newest first, after a place in that order.
//
// @mode    read
// @param   at    Instant
// @param   after string
// @param   least number
// @param   limit number
// @returns id    string
// @returns at    Instant

MATCH (m:Email)
WHERE m.at <= $at AND (m.at < $at OR m.id < $after) AND coalesce(m.score, -1) >= $least
RETURN m.id AS id, m.at AS at
ORDER BY at DESC, id DESC
LIMIT $limit
