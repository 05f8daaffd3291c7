// Names of accounts that may be nobody's, as a shared mailbox's is, and which of them are one account's. A name that
// nobody has yet stays unclaimed: it makes no person.
//
// @mode  write
// @param names string[]
// @param pairs { a: string, b: string }[]

UNWIND $names AS name
MERGE (a:Alias {value: name})
ON CREATE SET a.unclaimed = true
WITH count(*) AS mentioned
UNWIND $pairs AS pair
MATCH (a:Alias {value: pair.a})
MATCH (b:Alias {value: pair.b})
MERGE (a)-[:SAME_AS]->(b)
