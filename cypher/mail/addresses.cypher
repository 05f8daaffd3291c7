// Addresses and sign-in names at a domain, by name.
//
// @mode    read
// @param   ending  string
// @param   limit   number
// @returns address string

MATCH (a:Alias)
WHERE a.value ENDS WITH $ending
RETURN a.value AS address
ORDER BY address
LIMIT $limit
UNION
MATCH (m:Mailbox)
WHERE m.address ENDS WITH $ending
RETURN m.address AS address
ORDER BY address
LIMIT $limit
