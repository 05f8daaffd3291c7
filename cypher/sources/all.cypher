// How every source has arrived so far.
//
// @mode    read
// @returns id              string
// @returns count           number
// @returns newestAt        Instant
// @returns newestArrivalAt Instant
// @returns lateness        number[]
// @returns latest          number
// @returns rejected        number
// @returns rejectedAt      Instant | null
// @returns rejectedWhy     string | null

MATCH (s:SourceState)
RETURN s.id AS id, s.count AS count, s.newestAt AS newestAt, s.newestArrivalAt AS newestArrivalAt,
       s.lateness AS lateness, s.latest AS latest, s.rejected AS rejected,
       s.rejectedAt AS rejectedAt, s.rejectedWhy AS rejectedWhy
ORDER BY id
LIMIT 10000
