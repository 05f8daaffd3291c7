// Findings of a time, the newest first, with whom and what each is about.
//
// @mode    read
// @param   since     Instant
// @param   until     Instant
// @param   limit     number
// @returns id        string
// @returns detection string
// @returns at        Instant
// @returns severity  string
// @returns about     string[][]

MATCH (f:Finding)
WHERE $since <= f.at <= $until
WITH f ORDER BY f.at DESC, f.id LIMIT $limit
RETURN f.id AS id, f.detection AS detection, f.at AS at, f.severity AS severity,
       [(f)-[:ABOUT]->(n) WHERE n:User OR n:Mailbox OR n:Domain OR n:Url OR n:Email |
         [labels(n)[0], coalesce(n.id, n.address, n.url, n.name)]] AS about
ORDER BY at DESC, id
