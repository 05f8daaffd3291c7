// The merges and splits a peer group had part in, the newest first, with all who had part: the group others went into, or came
// from, is the one all are tied to.
//
// @mode    read
// @param   id      string
// @param   limit   number
// @returns at      Instant
// @returns kind    string
// @returns from    string[]
// @returns into    string[]
// @returns because string

MATCH (g:PeerGroup {id: $id})
MATCH (g)-[r:BECAME]-(:PeerGroup)
WITH DISTINCT r.at AS at, r.kind AS kind, CASE r.kind WHEN 'merge' THEN endNode(r) ELSE startNode(r) END AS centre
ORDER BY at DESC, kind
LIMIT $limit
MATCH (centre)-[s:BECAME {at: at, kind: kind}]-(other:PeerGroup)
WHERE (kind = 'merge') = (endNode(s) = centre)
WITH at, kind, centre, s, other ORDER BY other.id
WITH at, kind, centre, collect(other.id) AS others, max(s.because) AS because
// Of the two sides the centre is on one for certain, and on the other when it was there before, or is there still.
WITH at, kind, centre, others, because,
     kind = 'merge' AND centre.bornAt < at OR kind <> 'merge' AND coalesce(centre.diedAt <> at, true) AS isOnBoth
RETURN at, kind,
       CASE WHEN kind <> 'merge' THEN [centre.id] WHEN isOnBoth THEN [centre.id] + others ELSE others END AS from,
       CASE WHEN kind = 'merge' THEN [centre.id] WHEN isOnBoth THEN [centre.id] + others ELSE others END AS into,
       because
ORDER BY at DESC, kind, because
