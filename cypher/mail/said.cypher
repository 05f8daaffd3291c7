// What was said of some messages, as a hash, to write only what changed.
//
// @mode    read
// @param   messages string[]
// @returns message  string
// @returns hash     string

UNWIND $messages AS message
MATCH (m:Email {id: message})
WHERE m.hash IS NOT NULL
RETURN m.id AS message, m.hash AS hash
ORDER BY message
