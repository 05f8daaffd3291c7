// Incidents that stand no more: their ids stay, to lead on.
//
// @mode  write
// @param changedAt Instant
// @param ids       string[]

UNWIND $ids AS id
MATCH (i:Incident {id: id})
SET i.status = 'merged', i.findings = [], i.hash = '', i.changedAt = $changedAt
