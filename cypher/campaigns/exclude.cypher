// Messages that belong to a campaign no more.
//
// @mode  write
// @param rows { campaign: string, message: string }[]

UNWIND $rows AS row
MATCH (c:Campaign {id: row.campaign})-[i:INCLUDES]->(:Email {id: row.message})
DELETE i
