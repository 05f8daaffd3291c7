// Every standing finding, with the incident that holds it and the source's ids of its records.
//
// @mode    read
// @returns id       string
// @returns report   string
// @returns records  string[]
// @returns context  string[]
// @returns incident string | null

MATCH (f:Finding)
OPTIONAL MATCH (i:Incident)-[:HOLDS]->(f)
RETURN f.id AS id,
       f.report AS report,
       [id IN f.because | head([(f)-[:BECAUSE]->(e:Event {id: id}) | e.record])] AS records,
       [id IN f.context | head([(f)-[:BESIDE]->(e:Event {id: id}) | e.record])] AS context,
       i.id AS incident
ORDER BY f.at, f.id
