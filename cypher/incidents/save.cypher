// Incidents that are new or have changed. Status belongs to people: it is set once, to open; an id that had been merged
// away and stands once more has the one it had.
//
// @mode  write
// @param changedAt Instant
// @param rows      { id: string, fields: Fields }[]

UNWIND $rows AS row
MERGE (i:Incident {id: row.id})
SET i.status = CASE
  WHEN i.status = 'merged' AND i.statusBefore IS NOT NULL THEN i.statusBefore
  WHEN i.status = 'merged' AND i.verdict IS NOT NULL THEN 'closed'
  WHEN i.status IS NULL OR i.status = 'merged' THEN 'open'
  ELSE i.status
END
SET i += row.fields
REMOVE i.statusBefore
SET i.changedAt = $changedAt
