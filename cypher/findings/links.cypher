// The stored links, to write only what changed.
//
// @mode    read
// @returns key string

MATCH (:Finding)-[l:LINKED]->(:Finding)
RETURN l.key AS key
ORDER BY key
