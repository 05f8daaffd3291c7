// One entity by its label and key, a person also by any name: how it is shown, and how much touches it.
//
// @mode    read
// @param   label   string
// @param   key     string
// @param   number  number
// @returns element string
// @returns label   string
// @returns key     string
// @returns name    string | null
// @returns kind    string | null
// @returns names   string[]
// @returns touches number

OPTIONAL MATCH (user:User {id: $key}) WHERE $label = 'User'
OPTIONAL MATCH (:Alias {value: $key})-[:NAMES]->(named:User) WHERE $label = 'User'
OPTIONAL MATCH (app:App {id: $key}) WHERE $label = 'App'
OPTIONAL MATCH (asn:Asn {number: $number}) WHERE $label = 'Asn'
OPTIONAL MATCH (method:AuthMethod {id: $key}) WHERE $label = 'AuthMethod'
OPTIONAL MATCH (campaign:Campaign {id: $key}) WHERE $label = 'Campaign'
OPTIONAL MATCH (country:Country {code: $key}) WHERE $label = 'Country'
OPTIONAL MATCH (device:Device {id: $key}) WHERE $label = 'Device'
OPTIONAL MATCH (domain:Domain {name: $key}) WHERE $label = 'Domain'
OPTIONAL MATCH (email:Email {id: $key}) WHERE $label = 'Email'
OPTIONAL MATCH (file:File {id: $key}) WHERE $label = 'File'
OPTIONAL MATCH (ip:IP {address: $key}) WHERE $label = 'IP'
OPTIONAL MATCH (mailbox:Mailbox {address: $key}) WHERE $label = 'Mailbox'
OPTIONAL MATCH (rule:Rule {id: $key}) WHERE $label = 'Rule'
OPTIONAL MATCH (session:Session {id: $key}) WHERE $label = 'Session'
OPTIONAL MATCH (url:Url {url: $key}) WHERE $label = 'Url'
WITH coalesce(named, user, app, asn, method, campaign, country, device, domain, email, file, ip, mailbox, rule, session, url) AS n
WHERE n IS NOT NULL
RETURN elementId(n) AS element,
       labels(n)[0] AS label,
       toString(coalesce(n.id, n.address, n.url, n.code, n.number, n.name)) AS key,
       n.name AS name,
       n.kind AS kind,
       COLLECT { MATCH (a:Alias)-[:NAMES]->(n) RETURN a.value ORDER BY a.value LIMIT 200 } AS names,
       COUNT { (n)--() } AS touches
LIMIT 1
