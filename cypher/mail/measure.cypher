// Keeps what was measured of messages beside them, where the message is still the one that was measured.
//
// @mode  write
// @param rows { id: string, hash: string, measured: string }[]

UNWIND $rows AS row
MATCH (e:Event {id: row.id})
WHERE e.hash = row.hash
SET e.measured = row.measured
