// The stored habits by what they say, to write only what changed, and whose they are.
//
// @mode    read
// @returns key   string
// @returns hash  string
// @returns label string
// @returns owner string

MATCH (n:User|App|Mailbox)-[h:SIGNS_IN_FROM|USES|READS|WRITES_TO|MAILS|HEARS_FROM|SHOWS]->()
RETURN h.key AS key, h.hash AS hash, labels(n)[0] AS label, coalesce(n.id, n.address) AS owner
ORDER BY key
