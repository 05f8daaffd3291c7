// The moment of the last change to any incident or action.
//
// @mode    read
// @returns changedAt Instant | null

MATCH (m:Meta {name: 'changes'})
RETURN m.changedAt AS changedAt
