// What did a person use in a time that they do not usually use?
// When: an account may be in other hands: what is new stands first.
:param person => 'ana@contoso.test';
:param since => timestamp() - 7 * 86400000;
:param until => timestamp();
MATCH (who:User {id: $person})<-[:BY]-(e:Event)
WHERE e.at >= $since AND e.at < $until
WITH who, e LIMIT 50000
MATCH (e)-[:FROM|ON|TO]->(thing)
WITH who, thing, count(e) AS records, min(e.at) AS first
OPTIONAL MATCH (who)-[usual:SIGNS_IN_FROM|USES|READS|WRITES_TO|MAILS]->(thing)
WHERE usual.firstAt < $since
WITH thing, records, first, sum(reduce(total = 0, n IN coalesce(usual.counts, []) | total + n)) AS before
RETURN labels(thing)[0] AS label, toString(coalesce(thing.id, thing.address, thing.url, thing.name)) AS thing, before, records,
       datetime({epochMillis: first}) AS first
ORDER BY before, records DESC, thing
LIMIT 200
