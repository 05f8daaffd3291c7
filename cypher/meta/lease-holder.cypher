// Who holds a lease, or held it last, and whether it has run out.
//
// @mode    read
// @param   name   string
// @returns owner  string | null
// @returns isLive boolean

MATCH (l:JobLease {name: $name})
RETURN l.owner AS owner, coalesce(l.until, 0) > timestamp() AS isLive
