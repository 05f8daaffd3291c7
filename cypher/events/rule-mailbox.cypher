// (:Rule)-[:WORKS_IN]->(:Mailbox)
//
// @mode  write
// @param batch { rows: { rule: string, mailbox: string }[] }

CYPHER replan=skip
UNWIND $batch.rows AS row
MATCH (r:Rule {id: row.rule})
USING INDEX SEEK r:Rule(id)
MATCH (m:Mailbox {address: row.mailbox})
USING INDEX SEEK m:Mailbox(address)
MERGE (r)-[:WORKS_IN]->(m)
