// The entries of a chronicle after one place and up to another, in order.
//
// @mode    read
// @param   line        string
// @param   after       number
// @param   upTo        number
// @returns id          string
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

MATCH (b:Belief {line: $line})
WHERE b.sequence > $after AND b.sequence <= $upTo
RETURN b.id AS id, b.incident AS incident, b.at AS at, b.sequence AS sequence, b.title AS title, b.score AS score,
       b.probability AS probability, b.band AS band, b.status AS status, b.verdict AS verdict,
       coalesce(b.ended, false) AS ended,
       coalesce(b.added, []) AS added, coalesce(b.removed, []) AS removed, coalesce(b.merged, []) AS merged,
       coalesce(b.parted, []) AS parted, coalesce(b.cameOf, []) AS cameOf
ORDER BY sequence
