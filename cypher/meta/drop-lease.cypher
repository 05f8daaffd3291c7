// Gives a lease back.
//
// @mode  write
// @param name  string
// @param owner string

MATCH (l:JobLease {name: $name, owner: $owner})
SET l.until = 0
