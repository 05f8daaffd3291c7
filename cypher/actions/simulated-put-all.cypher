// What the simulated tenant is to remember of several things.
//
// @mode  write
// @param rows { id: string, state: string }[]

UNWIND $rows AS row
MERGE (s:SimulatedObject {id: row.id})
SET s.state = row.state
