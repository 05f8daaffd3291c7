// One constraint, whether it holds or was undone.
//
// @mode    read
// @param   id           string
// @returns id           string
// @returns kind         string
// @returns from         string[]
// @returns to           string[]
// @returns asOf         Instant
// @returns by           string
// @returns at           Instant
// @returns reason       string
// @returns undoneBy     string | null
// @returns undoneAt     Instant | null
// @returns undoneReason string | null

MATCH (c:Constraint {id: $id})
RETURN c.id AS id, c.kind AS kind, c.from AS from, c.to AS to, c.asOf AS asOf, c.by AS by, c.at AS at, c.reason AS reason,
       c.undoneBy AS undoneBy, c.undoneAt AS undoneAt, c.undoneReason AS undoneReason
