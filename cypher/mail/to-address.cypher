// Mail that went to an address: of each the newest, as far as it was looked at where there is more than `most`.
//
// @mode    read
// @param   addresses  string[]
// @param   since      Instant
// @param   until      Instant
// @param   most       number
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
  MATCH (m:Mailbox {address: address})<-[:TO]-(e:Event)
  WITH e LIMIT $most
  WITH e
  WHERE $since <= e.at <= $until AND e.sender IS NOT NULL
  RETURN e
  ORDER BY e.at DESC, e.id DESC LIMIT $limit
} AS e
WITH DISTINCT e
RETURN e.id AS id, e.message AS message, e.at AS at, e.sender AS sender, e.author AS author,
       e.recipients AS recipients, e.urls AS urls, e.delivery AS delivery
ORDER BY at DESC, id DESC
