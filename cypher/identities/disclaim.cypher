// Unclaimed names whose account turned out to be nobody's after all.
//
// @mode  write
// @param names string[]

UNWIND $names AS name
MATCH (a:Alias {value: name, unclaimed: true})-[named:NAMES]->(:User)
DELETE named
