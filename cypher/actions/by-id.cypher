// One action.
//
// @mode    read
// @param   id     string
// @returns report string

MATCH (a:Action {id: $id})
RETURN a.report AS report
