// The chronicles of some incidents, in order.
//
// @mode    read
// @param   ids         string[]
// @returns of          string
// @returns incident    string
// @returns at          Instant
// @returns sequence    number
// @returns title       string
// @returns score       number
// @returns probability number
// @returns band        string
// @returns status      string
// @returns verdict     string | null
// @returns ended       boolean
// @returns added       string[]
// @returns removed     string[]
// @returns merged      string[]
// @returns parted      string[]
// @returns cameOf      string[]

UNWIND $ids AS id
MATCH (i:Incident {id: id})
MATCH (b:Belief {line: i.line})
WHERE b.sequence > 0
WITH i, b ORDER BY i.id, b.sequence
RETURN i.id AS of, b.incident AS incident, b.at AS at, b.sequence AS sequence, b.title AS title, b.score AS score,
       b.probability AS probability, b.band AS band, b.status AS status, b.verdict AS verdict,
       coalesce(b.ended, false) AS ended,
       coalesce(b.added, []) AS added, coalesce(b.removed, []) AS removed, coalesce(b.merged, []) AS merged,
       coalesce(b.parted, []) AS parted, coalesce(b.cameOf, []) AS cameOf
