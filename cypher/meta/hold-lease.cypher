// Whether a lease is still its holder's, and held so until the transaction ends: whoever takes it over waits for what the
// holder has begun, and what the holder begins afterwards finds no row.
//
// @mode    write
// @param   name  string
// @param   owner string
// @param   fence number
// @returns fence number

MATCH (l:JobLease {name: $name})
SET l.touched = timestamp()
WITH l
WHERE l.owner = $owner AND l.fence = $fence
RETURN l.fence AS fence
