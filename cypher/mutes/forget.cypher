// Mutes that were taken back altogether; the audit still tells of them.
//
// @mode  write
// @param ids string[]

UNWIND $ids AS id
MATCH (m:Mute {id: id})
DETACH DELETE m
