// Who had to do with a domain, and since when?
// When: a sender, a link or a host of an attack is known.
:param domain => 'example.test';
MATCH (d:Domain {name: $domain})<-[:FROM|ON|TO]-(e:Event)
WITH e LIMIT 100000
MATCH (e)-[:BY|ON|TO]->(who:User|Mailbox)
RETURN labels(who)[0] AS label, coalesce(who.id, who.address) AS who, count(DISTINCT e) AS records,
       collect(DISTINCT e.kind)[..5] AS kinds, datetime({epochMillis: min(e.at)}) AS first, datetime({epochMillis: max(e.at)}) AS last
ORDER BY first, who
LIMIT 200
