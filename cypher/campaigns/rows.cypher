// Some campaigns by their ids, without their members.
//
// @mode    read
// @param   ids    string[]
// @returns id     string
// @returns report string

UNWIND $ids AS id
MATCH (c:Campaign {id: id})
WHERE c.report IS NOT NULL
RETURN c.id AS id, c.report AS report
ORDER BY id
