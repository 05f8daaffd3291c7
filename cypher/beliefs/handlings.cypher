// What people have made of some incidents, so that it can be written down with the rest of what is believed.
//
// @mode    read
// @param   ids      string[]
// @returns incident string
// @returns status   string
// @returns verdict  string | null

UNWIND $ids AS id
MATCH (i:Incident {id: id})
RETURN i.id AS incident, i.status AS status, i.verdict AS verdict
ORDER BY incident
