// A note Skein left for itself.
//
// @mode    read
// @param   name  string
// @returns value string

MATCH (m:Meta {name: $name})
RETURN m.value AS value
