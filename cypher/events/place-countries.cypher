// (:IP)-[:IN]->(:Country), as the records tell.
//
// @mode  write
// @param batch { rows: { address: string, country: string }[] }

CYPHER replan=skip
UNWIND $batch.rows AS row
MERGE (ip:IP {address: row.address})
MERGE (c:Country {code: row.country})
MERGE (ip)-[:IN]->(c)
