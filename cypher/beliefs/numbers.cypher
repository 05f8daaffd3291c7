// The number of each finding that some incidents hold or ever held.
//
// @mode    read
// @param   ids      string[]
// @returns incident string
// @returns numbered string[]
// @returns numbers  string[]

UNWIND $ids AS id
MATCH (i:Incident {id: id})
WHERE i.numbered IS NOT NULL
RETURN i.id AS incident, i.numbered AS numbered, i.numbers AS numbers
ORDER BY incident
