// Campaigns that are none any more, or became part of another.
//
// @mode  write
// @param ids string[]

UNWIND $ids AS id
MATCH (c:Campaign {id: id})
DETACH DELETE c
