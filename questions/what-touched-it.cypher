// Who and what else touched this address, session or device?
// When: an address, a session or a device of an attack is known.
:param thing => '192.0.2.1';
CALL {
  MATCH (n:IP {address: $thing}) RETURN n
  UNION
  MATCH (n:Session {id: $thing}) RETURN n
  UNION
  MATCH (n:Device {id: $thing}) RETURN n
}
MATCH (n)<-[:FROM|ON|TO]-(e:Event)
WITH e LIMIT 100000
MATCH (e)-[:BY]->(who)
RETURN labels(who)[0] AS label, who.id AS who, who.name AS name, count(e) AS records, collect(DISTINCT e.kind)[..5] AS kinds,
       datetime({epochMillis: min(e.at)}) AS first, datetime({epochMillis: max(e.at)}) AS last
ORDER BY records DESC, who
LIMIT 200
