// (:Action)-[:TARGETS]->(entity), one line a label because a label is no parameter.
//
// @mode  write
// @param rows { action: string, label: string, key: string }[]

UNWIND $rows AS row
MATCH (a:Action {id: row.action})
FOREACH (_ IN CASE row.label WHEN 'User' THEN [1] ELSE [] END |
  MERGE (n:User {id: row.key}) MERGE (a)-[:TARGETS]->(n))
FOREACH (_ IN CASE row.label WHEN 'Mailbox' THEN [1] ELSE [] END |
  MERGE (n:Mailbox {address: row.key}) MERGE (a)-[:TARGETS]->(n))
FOREACH (_ IN CASE row.label WHEN 'Rule' THEN [1] ELSE [] END |
  MERGE (n:Rule {id: row.key}) MERGE (a)-[:TARGETS]->(n))
FOREACH (_ IN CASE row.label WHEN 'Device' THEN [1] ELSE [] END |
  MERGE (n:Device {id: row.key}) MERGE (a)-[:TARGETS]->(n))
FOREACH (_ IN CASE row.label WHEN 'App' THEN [1] ELSE [] END |
  MERGE (n:App {id: row.key}) MERGE (a)-[:TARGETS]->(n))
FOREACH (_ IN CASE row.label WHEN 'Email' THEN [1] ELSE [] END |
  MERGE (n:Email {id: row.key}) MERGE (a)-[:TARGETS]->(n))
FOREACH (_ IN CASE row.label WHEN 'Campaign' THEN [1] ELSE [] END |
  MERGE (n:Campaign {id: row.key}) MERGE (a)-[:TARGETS]->(n))
FOREACH (_ IN CASE row.label WHEN 'Email' THEN [1] ELSE [] END |
  MERGE (n:Email {id: row.key}) MERGE (a)-[:TARGETS]->(n))
FOREACH (_ IN CASE row.label WHEN 'Campaign' THEN [1] ELSE [] END |
  MERGE (n:Campaign {id: row.key}) MERGE (a)-[:TARGETS]->(n))
