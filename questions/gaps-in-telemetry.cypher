// Which sources have fallen silent, come late or are refused?
// When: before an absence is believed: what was not recorded may have happened.
:param now => timestamp();
MATCH (s:SourceState)
WITH s ORDER BY s.newestArrivalAt, s.id LIMIT 100
RETURN s.id AS source, s.count AS records, datetime({epochMillis: s.newestAt}) AS newest,
       datetime({epochMillis: s.newestArrivalAt}) AS lastArrival, ($now - s.newestArrivalAt) / 3600000 AS hoursSilent,
       s.rejected AS refused, s.rejectedWhy AS why
ORDER BY hoursSilent DESC, source
