// What the simulated tenant remembers of one thing.
//
// @mode    read
// @param   id    string
// @returns state string

MATCH (s:SimulatedObject {id: $id})
RETURN s.state AS state
