// An incident that was not there before takes up what people had made of the one that became it.
//
// @mode  write
// @param rows { id: string, heir: string }[]

UNWIND $rows AS row
MATCH (old:Incident {id: row.id})
MATCH (heir:Incident {id: row.heir})
WHERE heir.status = 'open' AND (old.verdict IS NOT NULL OR coalesce(old.owner, '') <> '')
SET heir.status = CASE WHEN old.verdict IS NULL THEN 'inProgress' ELSE 'closed' END,
    heir.owner = old.owner, heir.assignedAt = old.assignedAt,
    heir.verdict = old.verdict, heir.verdictBy = old.verdictBy, heir.verdictAt = old.verdictAt,
    heir.verdictAsOf = old.verdictAsOf, heir.verdictFindings = old.verdictFindings
REMOVE old.verdictAsOf, old.verdictFindings
