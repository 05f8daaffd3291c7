// The chronicles of some incidents go on under other ids: they have them no more.
//
// @mode  write
// @param ids string[]

UNWIND $ids AS id
MATCH (i:Incident {id: id})
REMOVE i.line, i.sequence
