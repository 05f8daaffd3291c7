// All that was recorded of some messages, up to so many records of each, with what was said of the message.
//
// @mode    read
// @param   messages   string[]
// @param   limit      number
// @returns message    string
// @returns report     string | null
// @returns campaign   string | null
// @returns id         string
// @returns record     string
// @returns operation  string
// @returns at         Instant
// @returns sender     string
// @returns author     string | null
// @returns recipients string[]
// @returns direction  string
// @returns delivery   string
// @returns subject    string | null
// @returns urls       string[]
// @returns attachments string[]
// @returns spf        string | null
// @returns dkim       string | null
// @returns dmarc      string | null

UNWIND $messages AS message
MATCH (m:Email {id: message})
CALL (m) {
  MATCH (m)<-[:ON]-(e:Event)
  WHERE e.kind = 'mail'
  RETURN e
  ORDER BY e.at, e.id LIMIT $limit
}
RETURN m.id AS message, m.report AS report, head([(c:Campaign)-[:INCLUDES]->(m) | c.id]) AS campaign,
       e.id AS id, e.record AS record, e.operation AS operation, e.at AS at, e.sender AS sender, e.author AS author,
       e.recipients AS recipients, e.direction AS direction, e.delivery AS delivery, e.subject AS subject,
       e.urls AS urls, e.attachments AS attachments, e.spf AS spf, e.dkim AS dkim, e.dmarc AS dmarc
ORDER BY message, at, id
