// The newest entry as it was remembered when it was written.
//
// @mode    read
// @returns report string | null

MATCH (m:Meta {name: 'audit'})
RETURN m.report AS report
