// Every campaign that is kept, with a hash of what was last written of it.
//
// @mode    read
// @param   limit number
// @returns id    string
// @returns hash  string

MATCH (c:Campaign)
RETURN c.id AS id, coalesce(c.hash, '') AS hash
ORDER BY id
LIMIT $limit
