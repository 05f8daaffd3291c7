// Mail whose envelope is from an address, and that names no other author: of each address the newest.
//
// @mode    read
// @param   addresses  string[]
// @param   since      Instant
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

UNWIND $addresses AS address
UNWIND COLLECT {
  MATCH (e:Event)
  WHERE e.sender = address AND $since <= e.at <= $until AND e.author IS NULL
  RETURN e
  ORDER BY e.at DESC, e.id DESC LIMIT $limit
} AS e
WITH DISTINCT e
RETURN e.id AS id, e.message AS message, e.at AS at, e.sender AS sender, e.author AS author,
       e.recipients AS recipients, e.urls AS urls, e.delivery AS delivery
ORDER BY at DESC, id DESC
