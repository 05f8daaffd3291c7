// Which incidents are open, the most pressing first?
// When: at the start of a shift, and when something new comes in.
:param first => 50;
MATCH (i:Incident)
WHERE i.score >= 0 AND NOT i.status IN ['closed', 'merged']
RETURN i.id AS incident, i.title AS title, i.status AS status, i.score AS score, i.band AS likely, size(i.findings) AS findings,
       datetime({epochMillis: i.firstAt}) AS first, datetime({epochMillis: i.lastAt}) AS last
ORDER BY i.score DESC, i.lastAt DESC, i.id
LIMIT $first
