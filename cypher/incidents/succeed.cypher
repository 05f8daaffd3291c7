// What people's handling of an incident is after a merge or a split, taking the ruling from one that ended, if any.
//
// @mode  write
// @param id     string
// @param fields Fields
// @param ended  string | null

MATCH (i:Incident {id: $id})
SET i += $fields
WITH i
OPTIONAL MATCH (old:Incident {id: $ended})
REMOVE old.verdictAsOf, old.verdictFindings
