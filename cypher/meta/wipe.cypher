// Deletes up to `limit` nodes of everything but the migrations; says how many it found.
//
// @mode    write
// @param   limit number
// @returns left  number

MATCH (n)
WHERE NOT n:__Migration
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS left
