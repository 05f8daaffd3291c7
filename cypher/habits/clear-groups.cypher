// Takes all peer groups away, before the present ones are written.
//
// @mode write

MATCH (g:PeerGroup)
DETACH DELETE g
