// One action, held until the transaction ends, so that two decisions come one after the other.
//
// @mode    write
// @param   id     string
// @returns report string

MATCH (a:Action {id: $id})
SET a.touched = timestamp()
RETURN a.report AS report
