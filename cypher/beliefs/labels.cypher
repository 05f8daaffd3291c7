// The numbers of some findings in the incidents that hold them.
//
// @mode    read
// @param   ids     string[]
// @returns finding string
// @returns label   string

UNWIND $ids AS id
MATCH (f:Finding {id: id})<-[h:HOLDS]-(:Incident)
WHERE h.label IS NOT NULL
RETURN f.id AS finding, h.label AS label
ORDER BY finding
