// Every verdict that counts: on which findings, and from which moment of event time on, the oldest first.
//
// @mode    read
// @returns verdict  string
// @returns asOf     Instant
// @returns findings string[]

MATCH (i:Incident)
WHERE i.verdict IS NOT NULL AND i.verdictFindings IS NOT NULL
RETURN i.verdict AS verdict, i.verdictAsOf AS asOf, i.verdictFindings AS findings
ORDER BY i.verdictAt, i.id
