// Habits of people that no longer stand.
//
// @mode  write
// @param rows { owner: string, key: string }[]

UNWIND $rows AS row
MATCH (:User {id: row.owner})-[h:SIGNS_IN_FROM|USES|READS|WRITES_TO|MAILS|HEARS_FROM|SHOWS]->()
WHERE h.key = row.key
DELETE h
