// Who holds a lease.
//
// @mode    read
// @param   name  string
// @returns owner string | null

MATCH (l:JobLease {name: $name})
RETURN l.owner AS owner
