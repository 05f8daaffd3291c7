// The newest runs of every job, the newest first.
//
// @mode    read
// @param   since     Instant
// @param   limit     number
// @returns id        string
// @returns job       string
// @returns owner     string
// @returns fence     number
// @returns startedAt Instant
// @returns endedAt   Instant | null
// @returns outcome   string
// @returns says      string | null

MATCH (r:JobRun)
WHERE r.startedAt >= $since
RETURN r.id AS id, r.job AS job, r.owner AS owner, r.fence AS fence, r.startedAt AS startedAt, r.endedAt AS endedAt,
       r.outcome AS outcome, r.says AS says
ORDER BY startedAt DESC, id
LIMIT $limit
