// How do two people, addresses, mailboxes or findings hang together?
// When: two things turn up in one investigation, and nothing says why. The console's paths tell more than one way.
:param one => 'ana@contoso.test';
:param other => '192.0.2.1';
CALL {
  MATCH (a:User {id: $one}) RETURN a
  UNION
  MATCH (a:IP {address: $one}) RETURN a
  UNION
  MATCH (a:Mailbox {address: $one}) RETURN a
  UNION
  MATCH (a:Finding {id: $one}) RETURN a
}
CALL {
  MATCH (b:User {id: $other}) RETURN b
  UNION
  MATCH (b:IP {address: $other}) RETURN b
  UNION
  MATCH (b:Mailbox {address: $other}) RETURN b
  UNION
  MATCH (b:Finding {id: $other}) RETURN b
}
WITH a, b
WHERE a <> b
MATCH path = shortestPath((a)-[:BY|FROM|ON|TO|BECAUSE|ABOUT|LINKED|OWNS|WORKS_IN*1..6]-(b))
WHERE all(n IN nodes(path) WHERE n = a OR n = b OR COUNT { (n)--() } <= 2000)
RETURN path
LIMIT 10
