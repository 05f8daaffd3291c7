// Incidents that stand no more: their ids stay, to lead on, and how people left them,
// for when they stand again.
//
// @mode  write
// @param changedAt Instant
// @param ids       string[]

UNWIND $ids AS id
MATCH (i:Incident {id: id})
SET i.statusBefore = CASE i.status WHEN 'merged' THEN i.statusBefore ELSE i.status END
SET i.status = 'merged', i.findings = [], i.hash = '', i.changedAt = $changedAt
