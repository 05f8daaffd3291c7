// A run is over: well, badly, or because somebody else has the lease now.
//
// @mode  write
// @param id      string
// @param endedAt Instant
// @param outcome string
// @param says    string

MATCH (r:JobRun {id: $id})
SET r.endedAt = $endedAt, r.outcome = $outcome, r.says = $says
