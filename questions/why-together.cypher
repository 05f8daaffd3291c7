// Why do two findings belong together?
// When: an incident holds findings that seem to be two stories.
:param one => 'the id of a finding';
:param other => 'the id of another';
MATCH (a:Finding {id: $one})
MATCH (b:Finding {id: $other})
MATCH path = allShortestPaths((a)-[:LINKED*1..6]-(b))
WITH path, reduce(least = 1.0, l IN relationships(path) | CASE WHEN l.weight < least THEN l.weight ELSE least END) AS weakest
RETURN [f IN nodes(path) | f.says] AS findings,
       [l IN relationships(path) | l.mechanism + ': ' + coalesce(l.because, '')] AS because, weakest
ORDER BY weakest DESC
LIMIT 10
