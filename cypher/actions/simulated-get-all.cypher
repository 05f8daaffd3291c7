// What the simulated tenant remembers of several things; those of which it remembers anything.
//
// @mode    read
// @param   ids   string[]
// @returns id    string
// @returns state string

UNWIND $ids AS wanted
MATCH (s:SimulatedObject {id: wanted})
RETURN s.id AS id, s.state AS state
ORDER BY id
