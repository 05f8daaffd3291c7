// How many findings stand.
//
// @mode    read
// @returns count number

MATCH (f:Finding)
RETURN count(f) AS count
