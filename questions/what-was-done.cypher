// What was done about an incident, by whom, and what came of it?
// When: a shift is handed over, or an incident is closed.
:param incident => 'the id of an incident';
MATCH (i:Incident {id: $incident})
CALL {
  WITH i
  MATCH (i)<-[:ANSWERS]-(a:Action)
  RETURN a.proposedAt AS at, a.action AS what, a.status AS status, a.decidedBy AS by, a.title AS says
  UNION ALL
  WITH i
  MATCH (i)<-[:RECORDS]-(entry:AuditEntry)
  RETURN entry.at AS at, entry.what AS what, null AS status, entry.who AS by, entry.details AS says
  UNION ALL
  WITH i
  MATCH (i)<-[:NOTES]-(n:Note)
  RETURN n.at AS at, 'note' AS what, null AS status, n.by AS by, n.text AS says
}
RETURN datetime({epochMillis: at}) AS at, what, status, by, says
ORDER BY at, what
LIMIT 300
