// Mail that leads to pages whose address has a text in it: of each text the newest, as far as it was looked at where there
// are more than `most` such pages.
//
// @mode    read
// @param   texts      string[]
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

UNWIND $texts AS text
UNWIND COLLECT {
  MATCH (u:Url)
  WHERE u.url CONTAINS text
  WITH u LIMIT $most
  MATCH (u)<-[:TO]-(e:Event)
  WHERE $since <= e.at <= $until AND e.sender IS NOT NULL
  WITH DISTINCT e
  RETURN e
  ORDER BY e.at DESC, e.id DESC LIMIT $limit
} AS e
WITH DISTINCT e
RETURN e.id AS id, e.message AS message, e.at AS at, e.sender AS sender, e.author AS author,
       e.recipients AS recipients, e.urls AS urls, e.delivery AS delivery
ORDER BY at DESC, id DESC
