// Roles given and taken, in order.
//
// @mode    read
// @param   until  Instant
// @param   limit  number
// @returns change string
// @returns role   string
// @returns target string

MATCH (e:Event)
WHERE e.role IS NOT NULL AND e.at <= $until
WITH e ORDER BY e.at DESC, e.id DESC LIMIT $limit
WITH e ORDER BY e.at, e.id
RETURN e.change AS change, e.role AS role, e.target AS target
