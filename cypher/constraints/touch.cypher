// Marks the incidents that hold some findings as changed: what was said of those shows on them.
//
// @mode  write
// @param findings  string[]
// @param changedAt Instant

UNWIND $findings AS id
MATCH (i:Incident)-[:HOLDS]->(:Finding {id: id})
WITH DISTINCT i
SET i.changedAt = $changedAt
