// Links that no longer hold.
//
// @mode  write
// @param keys string[]

MATCH (:Finding)-[l:LINKED]->(:Finding)
WHERE l.key IN $keys
DELETE l
