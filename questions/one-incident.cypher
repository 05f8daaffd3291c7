// What does one incident hold, and how is it tied together?
// When: an incident is taken up; shown as a graph.
:param incident => 'the id of an incident';
MATCH path = (:Incident {id: $incident})-[:HOLDS]->(:Finding)-[:ABOUT]->()
RETURN path
LIMIT 300
UNION
MATCH (:Incident {id: $incident})-[:HOLDS]->(f:Finding)
MATCH path = (f)-[:LINKED]->(:Finding)
RETURN path
LIMIT 300
