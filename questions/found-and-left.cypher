// What was found in a time that no open incident holds?
// When: nothing is open, and something is still wrong.
:param since => timestamp() - 86400000;
:param until => timestamp();
MATCH (f:Finding)
WHERE f.at >= $since AND f.at < $until
  AND NOT EXISTS { MATCH (f)<-[:HOLDS]-(i:Incident) WHERE NOT i.status IN ['closed', 'merged'] AND NOT coalesce(i.background, false) }
WITH f ORDER BY f.surpriseBits DESC, f.at, f.id LIMIT 200
RETURN datetime({epochMillis: f.at}) AS at, f.id AS finding, f.severity AS severity, f.title AS title, f.says AS says,
       COLLECT { MATCH (f)-[:ABOUT]->(thing) RETURN toString(coalesce(thing.name, thing.id, thing.address)) LIMIT 5 } AS about
ORDER BY f.surpriseBits DESC, at, finding
