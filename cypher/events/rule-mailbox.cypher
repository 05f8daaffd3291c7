// (:Rule)-[:WORKS_IN]->(:Mailbox)
//
// @mode  write
// @param rows { rule: string, mailbox: string }[]

UNWIND $rows AS row
MATCH (r:Rule {id: row.rule})
MATCH (m:Mailbox {address: row.mailbox})
MERGE (r)-[:WORKS_IN]->(m)
