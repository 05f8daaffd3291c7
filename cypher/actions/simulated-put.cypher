// What the simulated tenant is to remember of one thing.
//
// @mode  write
// @param id    string
// @param state string

MERGE (s:SimulatedObject {id: $id})
SET s.state = $state
