// How some incidents stand, in few words, with the numbers of what they hold or held and their place in their chronicle.
//
// @mode    read
// @param   ids         string[]
// @returns incident    string
// @returns title       string
// @returns score       number
// @returns probability number
// @returns band        string
// @returns status      string
// @returns verdict     string | null
// @returns findings    string[]
// @returns line        string | null
// @returns sequence    number | null
// @returns numbered    string[] | null
// @returns numbers     string[] | null

UNWIND $ids AS id
MATCH (i:Incident {id: id})
RETURN i.id AS incident, i.title AS title, i.score AS score, i.probability AS probability, i.band AS band,
       i.status AS status, i.verdict AS verdict, i.findings AS findings, i.line AS line, i.sequence AS sequence,
       i.numbered AS numbered, i.numbers AS numbers
ORDER BY incident
