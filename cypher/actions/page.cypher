// A page of the actions in some states, the newest first, those of one moment in the order of their plan.
//
// @mode    read
// @param   statuses   string[]
// @param   proposedAt Instant
// @param   incident   string
// @param   order      number
// @param   id         string
// @param   limit      number
// @returns id         string
// @returns report     string

UNWIND $statuses AS status
UNWIND COLLECT {
  MATCH (one:Action)
  WHERE one.status = status AND one.proposedAt <= $proposedAt
    AND (one.proposedAt < $proposedAt OR one.incident > $incident OR (one.incident = $incident
      AND (one.order > $order OR (one.order = $order AND one.id > $id))))
  RETURN one ORDER BY one.proposedAt DESC, one.incident, one.order, one.id LIMIT $limit
} AS a
RETURN a.id AS id, a.report AS report
ORDER BY a.proposedAt DESC, a.incident, a.order, a.id
LIMIT $limit
