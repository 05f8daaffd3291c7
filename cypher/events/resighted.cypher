// Records without an id of their own are known by where they stand; of several sightings the smallest (file, line) stays.
//
// @mode  write
// @param batch { rows: { id: string, record: string, file: string, line: number }[] }

CYPHER replan=skip
UNWIND $batch.rows AS row
MATCH (e:Event {id: row.id})
USING INDEX SEEK e:Event(id)
WHERE e.seenIn > row.file OR (e.seenIn = row.file AND e.seenLine > row.line)
// Held before it is looked at again: of two writers at once the second sees what the first wrote.
SET e.touched = timestamp()
REMOVE e.touched
WITH e, row
WHERE e.seenIn > row.file OR (e.seenIn = row.file AND e.seenLine > row.line)
SET e.record = row.record, e.seenIn = row.file, e.seenLine = row.line
