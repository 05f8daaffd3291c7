// Every peer group that is stored, by what it says, to write only what changed.
//
// @mode    read
// @returns id   string
// @returns hash string | null

MATCH (g:PeerGroup)
RETURN g.id AS id, g.hash AS hash
ORDER BY id
