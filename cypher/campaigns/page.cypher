// Campaigns, convicted ones first and the newest of them first, after a place in that order.
//
// @mode    read
// @param   convicted boolean
// @param   lastAt    Instant
// @param   after     string
// @param   limit     number
// @returns report    string

MATCH (c:Campaign)
WHERE c.report IS NOT NULL
WITH c, c.convictedAt IS NOT NULL AS convicted
WHERE (convicted = $convicted AND (c.lastAt < $lastAt OR (c.lastAt = $lastAt AND c.id < $after))) OR (NOT convicted AND $convicted)
RETURN c.report AS report
ORDER BY convicted DESC, c.lastAt DESC, c.id DESC
LIMIT $limit
