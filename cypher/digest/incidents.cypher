// Every standing incident with what it holds.
//
// @mode    read
// @returns id       string
// @returns findings string[]

MATCH (i:Incident)
WHERE i.status <> 'merged'
RETURN i.id AS id, i.findings AS findings
ORDER BY id
