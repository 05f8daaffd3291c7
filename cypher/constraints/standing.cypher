// The constraints that hold, in the order they were said.
//
// @mode    read
// @param   limit  number
// @returns id     string
// @returns kind   string
// @returns from   string[]
// @returns to     string[]
// @returns asOf   Instant
// @returns by     string
// @returns at     Instant
// @returns reason string

MATCH (c:Constraint)
WHERE c.undoneAt IS NULL
WITH c ORDER BY c.at, c.id LIMIT $limit
RETURN c.id AS id, c.kind AS kind, c.from AS from, c.to AS to, c.asOf AS asOf, c.by AS by, c.at AS at, c.reason AS reason
ORDER BY at, id
