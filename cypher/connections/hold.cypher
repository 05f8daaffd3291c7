// Folds of connections by id, made when they are new, each held until the end of the transaction, with what they hold.
// Ids come sorted, so that two writers never wait crosswise.
//
// @mode    write
// @param   batch     { ids: string[] }
// @returns id        string
// @returns folded    string[]
// @returns parts     string
// @returns further   string[]
// @returns arrivedAt Instant

CYPHER replan=skip
UNWIND $batch.ids AS id
MERGE (e:Event {id: id})
// Held before it is looked at: of two writers at once the second sees what the first wrote. Setting what is set already
// holds the node and writes nothing.
SET e.kind = 'connection'
RETURN id, coalesce(e.folded, []) AS folded, coalesce(e.parts, '[]') AS parts, coalesce(e.further, []) AS further,
       coalesce(e.arrivedAt, 0) AS arrivedAt
ORDER BY id
