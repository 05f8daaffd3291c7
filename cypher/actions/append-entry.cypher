// One more entry of the audit chain; nothing ever changes or removes one.
//
// @mode  write
// @param fields   Fields
// @param report   string
// @param action   string | null
// @param incident string | null

MATCH (m:Meta {name: 'audit'})
SET m.report = $report
CREATE (entry:AuditEntry)
SET entry = $fields
WITH entry
OPTIONAL MATCH (a:Action {id: $action})
FOREACH (_ IN CASE WHEN a IS NULL THEN [] ELSE [1] END | MERGE (entry)-[:RECORDS]->(a))
WITH entry
OPTIONAL MATCH (i:Incident {id: $incident})
FOREACH (_ IN CASE WHEN i IS NULL THEN [] ELSE [1] END | MERGE (entry)-[:RECORDS]->(i))
