// What did a mailbox rule do, who made it from where, and to whom did mail go?
// When: a rule hides or forwards mail.
:param rule => 'the id of a rule';
MATCH (r:Rule {id: $rule})<-[:ON]-(e:Event)
WITH r, e ORDER BY e.at DESC LIMIT 100
RETURN datetime({epochMillis: e.at}) AS at, e.change AS change, e.name AS name, e.actor AS who,
       COLLECT { MATCH (e)-[:FROM]->(place:IP) RETURN place.address LIMIT 5 } AS cameFrom,
       COLLECT { MATCH (r)-[:WORKS_IN]->(box:Mailbox) RETURN box.address LIMIT 5 } AS mailboxes,
       e.forwardsTo AS forwardsTo, e.movesTo AS movesTo, e.deletes AS deletes, e.words AS words,
       COLLECT {
         MATCH (to:Mailbox)<-[:ON|TO]-(mail:Event)
         WHERE to.address IN e.forwardsTo AND mail.kind = 'message' AND mail.at >= e.at
         WITH to, mail LIMIT 10000
         WITH to.address AS address, count(mail) AS messages
         RETURN address + ': ' + toString(messages) + ' messages since' LIMIT 10
       } AS went
ORDER BY at
