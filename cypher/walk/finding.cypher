// One finding as the end of a path.
//
// @mode    read
// @param   id      string
// @returns element string
// @returns key     string
// @returns title   string
// @returns at      Instant
// @returns degree  number

MATCH (f:Finding {id: $id})
RETURN elementId(f) AS element, f.id AS key, f.title AS title, f.at AS at, COUNT { (f)--() } AS degree
