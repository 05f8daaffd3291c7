// Messages of campaigns, and what each was joined by; a message nobody has a record of is left out.
//
// @mode  write
// @param rows { campaign: string, message: string, fields: Fields }[]

UNWIND $rows AS row
MATCH (m:Email {id: row.message})
MERGE (c:Campaign {id: row.campaign})
MERGE (c)-[i:INCLUDES]->(m)
SET i = row.fields
