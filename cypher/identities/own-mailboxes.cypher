// (:User)-[:OWNS]->(:Mailbox) where the mailbox's address is one of the person's names.
//
// @mode write

MATCH (m:Mailbox)
MATCH (:Alias {value: m.address})-[:NAMES]->(u:User)
WHERE NOT EXISTS { (u)-[:OWNS]->(m) }
MERGE (u)-[:OWNS]->(m)
