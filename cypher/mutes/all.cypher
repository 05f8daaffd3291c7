// Times in which what a detection finds makes no incident, in the order they were said.
//
// @mode    read
// @param   limit     number
// @returns id        string
// @returns detection string
// @returns from      Instant
// @returns until     Instant
// @returns by        string
// @returns at        Instant
// @returns reason    string

MATCH (m:Mute)
WITH m ORDER BY m.at, m.id LIMIT $limit
RETURN m.id AS id, m.detection AS detection, m.from AS from, m.until AS until, m.by AS by, m.at AS at, m.reason AS reason
ORDER BY at, id
