// What was believed of an incident when, and the numbers its findings keep. What stood before gets its numbers by when it
// happened, and a first entry from when it changed last.

CREATE CONSTRAINT belief_key IF NOT EXISTS FOR (n:Belief) REQUIRE n.id IS UNIQUE;
CREATE INDEX belief_line IF NOT EXISTS FOR (n:Belief) ON (n.line, n.sequence);
MATCH (i:Incident)
WHERE i.status <> 'merged' AND i.line IS NULL
SET i.line = i.id, i.sequence = 1, i.numbered = i.findings, i.numbers = [n IN range(1, size(i.findings)) | toString(n)];
MATCH (i:Incident)
WHERE i.status <> 'merged' AND i.line = i.id
MERGE (b:Belief {id: i.id + '/1'})
ON CREATE SET b.line = i.id, b.sequence = 1, b.incident = i.id, b.at = coalesce(i.changedAt, i.lastAt),
  b.title = i.title, b.score = i.score, b.probability = i.probability, b.band = i.band, b.status = i.status, b.verdict = i.verdict,
  b.added = i.findings
MERGE (b)-[:OF]->(i);
MATCH (i:Incident)
WHERE i.status <> 'merged' AND i.numbered IS NOT NULL
WITH i, i.numbered AS findings, i.numbers AS numbers
UNWIND range(0, size(findings) - 1) AS place
MATCH (f:Finding {id: findings[place]})
MATCH (i)-[h:HOLDS]->(f)
SET h.label = numbers[place];
