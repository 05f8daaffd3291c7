// All that was recorded of some messages, by their ids.
//
// @mode    read
// @param   messages   string[]
// @param   until      Instant
// @param   limit      number
// @returns id         string
// @returns message    string
// @returns at         Instant
// @returns sender     string
// @returns author     string | null
// @returns recipients string[]
// @returns urls       string[]
// @returns delivery   string

UNWIND $messages AS message
MATCH (m:Email {id: message})<-[:ON]-(e:Event)
WHERE e.at <= $until AND e.sender IS NOT NULL
WITH e ORDER BY e.at DESC, e.id DESC LIMIT $limit
RETURN e.id AS id, e.message AS message, e.at AS at, e.sender AS sender, e.author AS author,
       e.recipients AS recipients, e.urls AS urls, e.delivery AS delivery
ORDER BY at DESC, id DESC
