// Habits that no longer stand.
//
// @mode  write
// @param keys string[]

MATCH (:User)-[h:SIGNS_IN_FROM|USES|READS|WRITES_TO]->()
WHERE h.key IN $keys
DELETE h
