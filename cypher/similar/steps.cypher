// What was found in some incidents, in order, and what they are made of; of each incident the first so many findings.
//
// @mode    read
// @param   ids        string[]
// @param   limit      number
// @returns incident   string
// @returns signature  string | null
// @returns id         string
// @returns detection  string
// @returns title      string
// @returns stage      string
// @returns techniques string[]
// @returns at         Instant

UNWIND $ids AS incident
MATCH (i:Incident {id: incident})
UNWIND i.findings[0..$limit] AS finding
MATCH (f:Finding {id: finding})
RETURN incident, i.signature AS signature, f.id AS id, f.detection AS detection, f.title AS title, f.stage AS stage,
       f.techniques AS techniques, f.at AS at
ORDER BY incident, at, id
