// The stored findings by what they say, to write only what changed.
//
// @mode    read
// @returns id   string
// @returns hash string

MATCH (f:Finding)
RETURN f.id AS id, f.hash AS hash
ORDER BY id
