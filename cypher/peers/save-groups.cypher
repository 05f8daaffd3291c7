// (:PeerGroup): what it is called, why it came to be, and when and why it ended.
//
// @mode  write
// @param rows { id: string, name: string, label: string, size: number, bornAt: Instant, because: string, diedAt: Instant | null, diedBecause: string | null, hash: string }[]

UNWIND $rows AS row
MERGE (g:PeerGroup {id: row.id})
SET g.name = row.name, g.label = row.label, g.size = row.size, g.bornAt = row.bornAt, g.because = row.because,
    g.diedAt = row.diedAt, g.diedBecause = row.diedBecause, g.hash = row.hash
