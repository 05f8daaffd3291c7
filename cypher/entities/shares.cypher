// Of some people, what everything they did in a dimension before a day weighs, and what one value of it does: a count
// fades by half in `halfLife` days and to nothing after `oldest`.
//
// @mode    read
// @param   ids          string[]
// @param   relationship string
// @param   label        string
// @param   kind         string | null
// @param   key          string
// @param   before       number
// @param   oldest       number
// @param   halfLife     number
// @returns id           string
// @returns total        number
// @returns weight       number
// @returns has          boolean

UNWIND $ids AS id
MATCH (u:User {id: id})
MATCH (u)-[h:SIGNS_IN_FROM|USES|READS|WRITES_TO|MAILS|SHOWS]->(v)
WHERE type(h) = $relationship AND $label IN labels(v) AND ($kind IS NULL OR v.kind = $kind)
WITH id,
     toString(coalesce(v.id, v.address, v.url, v.code, v.number, v.name)) = $key AS isIt,
     h.days AS days,
     h.counts AS counts
WITH id, isIt, days[0] < $before AS isBefore,
     reduce(sum = 0.0, i IN range(0, size(days) - 1) |
       CASE WHEN days[i] < $before AND $before - days[i] <= $oldest
            THEN sum + counts[i] * 2.0 ^ (1.0 * (days[i] - $before) / $halfLife)
            ELSE sum END) AS weight
RETURN id,
       sum(weight) AS total,
       sum(CASE WHEN isIt THEN weight ELSE 0.0 END) AS weight,
       max(CASE WHEN isIt AND isBefore THEN 1 ELSE 0 END) = 1 AS has
ORDER BY id
