// Findings that no longer stand.
//
// @mode  write
// @param ids string[]

UNWIND $ids AS id
MATCH (f:Finding {id: id})
DETACH DELETE f
