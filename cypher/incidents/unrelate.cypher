// Cuts what some incidents are related to, whichever way it points, before they are related anew.
//
// @mode  write
// @param ids string[]

UNWIND $ids AS id
MATCH (i:Incident {id: id})-[old:RELATED]-(:Incident)
DELETE old
