// The actions that answer some incidents, or what became them, in the order of the plan.
//
// @mode    read
// @param   ids      string[]
// @returns incident string
// @returns report   string

UNWIND $ids AS wanted
MATCH (i:Incident {id: wanted})
MATCH (i)<-[:BECAME*0..20]-(:Incident)<-[:ANSWERS]-(a:Action)
WITH DISTINCT wanted, a ORDER BY wanted, a.order, a.id LIMIT 20000
RETURN wanted AS incident, a.report AS report
ORDER BY wanted, a.order, a.id
