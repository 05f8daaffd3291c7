// The actions on some messages and campaigns, with what they are on; the newest first.
//
// @mode    read
// @param   emails    string[]
// @param   campaigns string[]
// @param   limit     number
// @returns label     string
// @returns key       string
// @returns report    string

CALL () {
  UNWIND $emails AS wanted
  MATCH (m:Email {id: wanted})<-[:TARGETS]-(a:Action)
  RETURN 'Email' AS label, wanted AS key, a
  UNION
  UNWIND $campaigns AS wanted
  MATCH (c:Campaign {id: wanted})<-[:TARGETS]-(a:Action)
  RETURN 'Campaign' AS label, wanted AS key, a
}
RETURN label, key, a.report AS report
ORDER BY label, key, a.proposedAt DESC, a.id
LIMIT $limit
