// How many entries the audit chain has.
//
// @mode    read
// @returns count number

MATCH (entry:AuditEntry)
RETURN count(entry) AS count
