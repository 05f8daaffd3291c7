// How many besides one have done anything in a dimension before a day, recently enough to weigh; of more than `most`
// people the first that are found are looked at. People and services are asked for apart.
//
// @mode    read
// @param   except       string
// @param   services     boolean
// @param   relationship string
// @param   label        string
// @param   kind         string | null
// @param   before       number
// @param   oldest       number
// @param   most         number
// @returns count        number

MATCH (u:User)
WITH u LIMIT $most
WHERE u.id <> $except AND (coalesce(u.kind, '') = 'service') = $services
  AND EXISTS {
    MATCH (u)-[h:SIGNS_IN_FROM|USES|READS|WRITES_TO|MAILS|SHOWS]->(v)
    WHERE type(h) = $relationship AND $label IN labels(v) AND ($kind IS NULL OR v.kind = $kind)
      AND any(day IN h.days WHERE day < $before AND $before - day <= $oldest)
  }
RETURN count(u) AS count
