// Domains that mail has come from at least so often, those with most first.
//
// @mode    read
// @param   least  number
// @param   limit  number
// @returns domain string

MATCH (d:Domain)
WITH d, COUNT { (d)<-[:FROM]-(:Event) } AS times
WHERE times >= $least
RETURN d.name AS domain
ORDER BY times DESC, domain
LIMIT $limit
