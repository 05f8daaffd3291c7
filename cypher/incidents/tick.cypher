// The moment of a change, on the server's clock, later than that of every change before it. The clock is held until the
// transaction ends, so that whoever reads a moment has seen every change of an earlier one.
//
// @mode    write
// @returns changedAt Instant

MERGE (m:Meta {name: 'changes'})
SET m.touched = timestamp()
WITH m
SET m.changedAt = CASE WHEN coalesce(m.changedAt, 0) >= timestamp() THEN m.changedAt + 1 ELSE timestamp() END
RETURN m.changedAt AS changedAt
