// Cuts what incidents hold, involve and became, before they are tied anew.
//
// @mode  write
// @param ids string[]

UNWIND $ids AS id
MATCH (i:Incident {id: id})-[old:HOLDS|INVOLVES|BECAME]->()
DELETE old
