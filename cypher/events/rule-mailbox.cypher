// (:Rule)-[:WORKS_IN]->(:Mailbox)
//
// @mode  write
// @param batch { rows: { rule: string, mailbox: string }[] }

CYPHER replan=skip
UNWIND $batch.rows AS row
MATCH (r:Rule {id: row.rule})
MATCH (m:Mailbox {address: row.mailbox})
MERGE (r)-[:WORKS_IN]->(m)
