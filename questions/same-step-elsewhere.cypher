// Who else shows the same step in the same days?
// When: one finding is understood, and the question is how far it goes.
:param finding => 'the id of a finding';
:param days => 14;
MATCH (known:Finding {id: $finding})
MATCH (f:Finding)
WHERE f.at >= known.at - $days * 86400000 AND f.at <= known.at + $days * 86400000
  AND f.detection = known.detection AND f <> known
OPTIONAL MATCH (i:Incident)-[:HOLDS]->(f)
RETURN datetime({epochMillis: f.at}) AS at, f.id AS finding, f.severity AS severity, f.says AS says,
       COLLECT { MATCH (f)-[:ABOUT {role: 'actor'}]->(who) RETURN coalesce(who.name, who.id) LIMIT 5 } AS who, i.id AS incident
ORDER BY at, finding
LIMIT 200
