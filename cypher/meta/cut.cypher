// Deletes up to `limit` relationships; says how many it found. A node that thousands touch is too much to delete at once with
// all that holds it.
//
// @mode    write
// @param   limit number
// @returns left  number

MATCH ()-[r]->()
WITH r LIMIT $limit
DELETE r
RETURN count(*) AS left
