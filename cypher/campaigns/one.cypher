// A campaign by its id, or by one that became part of it.
//
// @mode    read
// @param   id     string
// @returns report string

MATCH (c:Campaign)
WHERE c.report IS NOT NULL AND (c.id = $id OR $id IN c.formerly)
RETURN c.report AS report
ORDER BY c.id = $id DESC, c.id
LIMIT 1
