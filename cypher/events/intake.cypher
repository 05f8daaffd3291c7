// What has arrived so far: how much, a number that moves with every arrival and replacement, and the newest event time;
// also how many are dated later than a day after they arrived, and the newest time of the others.
//
// @mode    read
// @returns count    number
// @returns arrivals string
// @returns newest   Instant | null
// @returns ahead    number
// @returns sane     Instant | null

MATCH (e:Event)
// The rest of a division by a prime keeps the sum of a billion of them within 64 bits.
RETURN count(e) AS count, toString(sum(e.arrivedAt % 1000000007)) AS arrivals, max(e.at) AS newest,
       sum(CASE WHEN e.at > e.arrivedAt + 86400000 THEN 1 ELSE 0 END) AS ahead,
       max(CASE WHEN e.at > e.arrivedAt + 86400000 THEN null ELSE e.at END) AS sane
