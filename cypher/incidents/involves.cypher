// (:Incident)-[:INVOLVES {role, part, stages, firstAt, lastAt}]->(entity), one line a label because a label is no parameter.
//
// @mode  write
// @param rows { incident: string, label: string, key: string, role: string, fields: Fields }[]

UNWIND $rows AS row
MATCH (i:Incident {id: row.incident})
FOREACH (_ IN CASE row.label WHEN 'User' THEN [1] ELSE [] END |
  MERGE (n:User {id: row.key}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
FOREACH (_ IN CASE row.label WHEN 'IP' THEN [1] ELSE [] END |
  MERGE (n:IP {address: row.key}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
FOREACH (_ IN CASE row.label WHEN 'Country' THEN [1] ELSE [] END |
  MERGE (n:Country {code: row.key}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
FOREACH (_ IN CASE row.label WHEN 'Mailbox' THEN [1] ELSE [] END |
  MERGE (n:Mailbox {address: row.key}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
FOREACH (_ IN CASE row.label WHEN 'Rule' THEN [1] ELSE [] END |
  MERGE (n:Rule {id: row.key}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
FOREACH (_ IN CASE row.label WHEN 'File' THEN [1] ELSE [] END |
  MERGE (n:File {id: row.key}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
FOREACH (_ IN CASE row.label WHEN 'Device' THEN [1] ELSE [] END |
  MERGE (n:Device {id: row.key}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
FOREACH (_ IN CASE row.label WHEN 'App' THEN [1] ELSE [] END |
  MERGE (n:App {id: row.key}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
FOREACH (_ IN CASE row.label WHEN 'AuthMethod' THEN [1] ELSE [] END |
  MERGE (n:AuthMethod {id: row.key}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
FOREACH (_ IN CASE row.label WHEN 'Session' THEN [1] ELSE [] END |
  MERGE (n:Session {id: row.key}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
FOREACH (_ IN CASE row.label WHEN 'Url' THEN [1] ELSE [] END |
  MERGE (n:Url {url: row.key}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
FOREACH (_ IN CASE row.label WHEN 'Asn' THEN [1] ELSE [] END |
  MERGE (n:Asn {number: toInteger(row.key)}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
FOREACH (_ IN CASE row.label WHEN 'Domain' THEN [1] ELSE [] END |
  MERGE (n:Domain {name: row.key}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
FOREACH (_ IN CASE row.label WHEN 'Email' THEN [1] ELSE [] END |
  MERGE (n:Email {id: row.key}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
FOREACH (_ IN CASE row.label WHEN 'Campaign' THEN [1] ELSE [] END |
  MERGE (n:Campaign {id: row.key}) MERGE (i)-[r:INVOLVES {role: row.role}]->(n) SET r += row.fields)
