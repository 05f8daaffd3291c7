// The messages of a campaign in order, the first so many.
//
// @mode    read
// @param   id         string
// @param   limit      number
// @returns message    string
// @returns at         Instant
// @returns author     string
// @returns recipients string[]
// @returns score      number
// @returns action     string
// @returns because    string

MATCH (:Campaign {id: $id})-[i:INCLUDES]->(m:Email)
RETURN m.id AS message, i.at AS at, i.author AS author, i.recipients AS recipients, i.score AS score, i.action AS action,
       i.because AS because
ORDER BY at, message
LIMIT $limit
