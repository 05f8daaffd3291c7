// (:IP)-[:IN]->(:Asn), as the records tell.
//
// @mode  write
// @param batch { rows: { address: string, asn: number }[] }

CYPHER replan=skip
UNWIND $batch.rows AS row
MERGE (ip:IP {address: row.address})
MERGE (a:Asn {number: row.asn})
MERGE (ip)-[:IN]->(a)
