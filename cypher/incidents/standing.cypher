// Incidents that stand, the highest score first. With `all` also the closed ones.
//
// @mode    read
// @param   all    boolean
// @returns id     string
// @returns status string
// @returns report string
// @returns score  number

MATCH (i:Incident)
WHERE i.status IN ['open', 'inProgress'] OR ($all AND i.status = 'closed')
RETURN i.id AS id, i.status AS status, i.report AS report, i.score AS score
ORDER BY i.score DESC, i.lastAt DESC, i.id
