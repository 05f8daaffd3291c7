// What happened around a person in the last day?
// When: somebody calls, or an account has just been taken; set `until` to look at another day.
:param person => 'ana@contoso.test';
:param until => timestamp();
MATCH (who:User {id: $person})<-[:BY|ON|TO]-(e:Event)
WHERE e.at > $until - 86400000 AND e.at <= $until
WITH DISTINCT e ORDER BY e.at DESC, e.id LIMIT 500
RETURN datetime({epochMillis: e.at}) AS at, e.kind AS kind, coalesce(e.operation, e.record) AS what, e.actor AS by, e.outcome AS outcome,
       COLLECT { MATCH (e)-[:FROM]->(place) RETURN toString(coalesce(place.name, place.id, place.address)) LIMIT 5 } AS cameFrom,
       COLLECT { MATCH (e)-[:ON|TO]->(thing) RETURN toString(coalesce(thing.name, thing.id, thing.address, thing.url)) LIMIT 5 } AS things,
       COLLECT { MATCH (f:Finding)-[:BECAUSE]->(e) RETURN f.title LIMIT 5 } AS findings
ORDER BY at
