// Groups that are no longer kept, with what is tied to them.
//
// @mode  write
// @param ids string[]

UNWIND $ids AS id
MATCH (g:PeerGroup {id: id})
DETACH DELETE g
