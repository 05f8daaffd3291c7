// What has arrived so far: how much, a number that moves with every arrival and replacement, and the newest event time.
//
// @mode    read
// @returns count    number
// @returns arrivals string
// @returns newest   Instant | null

MATCH (e:Event)
// The rest of a division by a prime keeps the sum of a billion of them within 64 bits.
RETURN count(e) AS count, toString(sum(e.arrivedAt % 1000000007)) AS arrivals, max(e.at) AS newest
