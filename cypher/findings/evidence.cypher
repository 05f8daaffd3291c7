// What some findings rest on: the events each accuses and those it was compared with, the first `limit` of each.
//
// @mode    read
// @param   ids       string[]
// @param   limit     number
// @returns finding   string
// @returns isAccused boolean
// @returns event     Fields

UNWIND $ids AS wanted
MATCH (f:Finding {id: wanted})
UNWIND [id IN f.because[..$limit] | [true, id]] + [id IN f.context[..$limit] | [false, id]] AS named
MATCH (e:Event {id: named[1]})
RETURN f.id AS finding, named[0] AS isAccused,
       e {.id, .kind, .source, .record, .at, .arrivedAt, .operation, .outcome, .actor, .address, .country, .userAgent} AS event
ORDER BY finding, isAccused DESC, e.at, e.id
