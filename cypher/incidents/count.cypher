// How many incidents there are of some statuses.
//
// @mode    read
// @param   statuses string[]
// @returns count    number

MATCH (i:Incident)
WHERE i.status IN $statuses
RETURN count(i) AS count
