// How many actions are in some states.
//
// @mode    read
// @param   statuses string[]
// @returns count    number

MATCH (a:Action)
WHERE a.status IN $statuses
RETURN count(a) AS count
