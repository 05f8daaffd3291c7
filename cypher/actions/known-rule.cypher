// A mail rule as the graph knows it, with the last that was done to it.
//
// @mode    read
// @param   id      string
// @returns name    string | null
// @returns mailbox string | null
// @returns change  string | null

MATCH (r:Rule {id: $id})
OPTIONAL MATCH (r)-[:WORKS_IN]->(m:Mailbox)
OPTIONAL MATCH (e:Event)-[:ON]->(r)
WITH r, m, e ORDER BY e.at DESC, e.id DESC
RETURN r.name AS name, m.address AS mailbox, e.change AS change
LIMIT 1
