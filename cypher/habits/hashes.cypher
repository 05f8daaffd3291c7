// The stored habits by what they say, to write only what changed.
//
// @mode    read
// @returns key  string
// @returns hash string

MATCH (:User)-[h:SIGNS_IN_FROM|USES|READS|WRITES_TO]->()
RETURN h.key AS key, h.hash AS hash
ORDER BY key
