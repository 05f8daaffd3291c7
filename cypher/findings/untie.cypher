// Cuts what a finding was tied to, before it is tied anew.
//
// @mode  write
// @param ids string[]

UNWIND $ids AS id
MATCH (f:Finding {id: id})-[old:BECAUSE|BESIDE|ABOUT]->()
DELETE old
