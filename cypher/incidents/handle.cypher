// What people made of an incident. An owner of '' is nobody, said in so many words.
//
// @mode  write
// @param id        string
// @param changedAt Instant
// @param fields    Fields

MATCH (i:Incident {id: $id})
SET i += $fields
SET i.changedAt = $changedAt
