// One event by its id.
//
// @mode    read
// @param   id    string
// @returns event Fields

MATCH (e:Event {id: $id})
RETURN e {.id, .kind, .source, .record, .at, .arrivedAt, .operation, .outcome, .actor, .address, .country, .userAgent} AS event
