// Incidents that are new or have changed. Status belongs to people: it is set once, to open, and again when an id that
// had been merged away stands once more.
//
// @mode  write
// @param changedAt Instant
// @param rows      { id: string, fields: Fields }[]

UNWIND $rows AS row
MERGE (i:Incident {id: row.id})
SET i.status = CASE
  WHEN i.status = 'merged' AND i.verdict IS NOT NULL THEN 'closed'
  WHEN i.status IS NULL OR i.status = 'merged' THEN 'open'
  ELSE i.status
END
SET i += row.fields
SET i.changedAt = $changedAt
