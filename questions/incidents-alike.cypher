// Which other incidents share something with this one?
// When: an incident may be part of something larger. What few incidents share stands first.
:param incident => 'the id of an incident';
MATCH (i:Incident {id: $incident})-[:INVOLVES]->(shared)
WITH DISTINCT i, shared
WITH i, shared, COUNT { (shared)<-[:INVOLVES]-(:Incident) } AS incidents
WHERE incidents <= 200
MATCH (shared)<-[:INVOLVES]-(other:Incident)
WHERE other <> i
WITH DISTINCT other, shared, incidents
RETURN other.id AS incident, other.title AS title, other.status AS status, other.verdict AS verdict,
       collect(labels(shared)[0] + ' ' + toString(coalesce(shared.name, shared.id, shared.address, shared.url)))[..10] AS shares,
       sum(1.0 / incidents) AS telling
ORDER BY telling DESC, incident
LIMIT 50
