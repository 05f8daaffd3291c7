// The standing incidents: what they say, their status, what they are said to hold, and how many of it they do.
//
// @mode    read
// @returns id       string
// @returns hash     string
// @returns anchor   string
// @returns status   string
// @returns findings string[]
// @returns held     number

MATCH (i:Incident)
WHERE NOT EXISTS { (i)-[:BECAME]->() }
RETURN i.id AS id,
       i.hash AS hash,
       i.anchor AS anchor,
       i.status AS status,
       i.findings AS findings,
       COUNT { (i)-[:HOLDS]->() } AS held
ORDER BY id
