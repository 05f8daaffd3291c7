// Every action, those that wait for an answer first, then the newest.
//
// @mode    read
// @returns id     string
// @returns report string

MATCH (a:Action)
RETURN a.id AS id, a.report AS report
ORDER BY a.status <> 'proposed', a.proposedAt DESC, a.incident, a.order, a.id
