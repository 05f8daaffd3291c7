// Two identities about to become one, the new one made if need be, both held until the transaction ends, so that no
// event is tied to the old one while it is emptied.
//
// @mode  write
// @param from string
// @param to   string

MERGE (new:User {id: $to})
WITH new
MATCH (old:User {id: $from})
SET old.touched = timestamp(), new.touched = timestamp()
SET new.kind = CASE WHEN new.kind IS NULL OR old.kind < new.kind THEN old.kind ELSE new.kind END
REMOVE old.touched, new.touched
