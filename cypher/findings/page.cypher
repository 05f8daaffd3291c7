// A page of the standing findings in (at, id) order, each with the incident that holds it and the source's ids of its records.
//
// @mode    read
// @param   at       Instant
// @param   after    string
// @param   limit    number
// @returns id       string
// @returns report   string
// @returns records  string[]
// @returns context  string[]
// @returns incident string | null

MATCH (f:Finding)
WHERE f.at >= $at AND (f.at > $at OR f.id > $after)
WITH f ORDER BY f.at, f.id LIMIT $limit
OPTIONAL MATCH (i:Incident)-[:HOLDS]->(f)
RETURN f.id AS id,
       f.report AS report,
       [id IN f.because | head([(f)-[:BECAUSE]->(e:Event {id: id}) | e.record])] AS records,
       [id IN f.context | head([(f)-[:BESIDE]->(e:Event {id: id}) | e.record])] AS context,
       i.id AS incident
ORDER BY f.at, f.id
