// What a value goes by, and who has shown it before a time: how many besides one, and the first of them by id. People
// and services are asked for apart.
//
// @mode    read
// @param   label        string
// @param   key          string
// @param   number       number
// @param   relationship string
// @param   except       string
// @param   services     boolean
// @param   before       Instant
// @param   most         number
// @param   limit        number
// @returns name         string | null
// @returns count        number
// @returns ids          string[]

OPTIONAL MATCH (app:App {id: $key}) WHERE $label = 'App'
OPTIONAL MATCH (asn:Asn {number: $number}) WHERE $label = 'Asn'
OPTIONAL MATCH (country:Country {code: $key}) WHERE $label = 'Country'
OPTIONAL MATCH (device:Device {id: $key}) WHERE $label = 'Device'
OPTIONAL MATCH (domain:Domain {name: $key}) WHERE $label = 'Domain'
OPTIONAL MATCH (ip:IP {address: $key}) WHERE $label = 'IP'
OPTIONAL MATCH (mailbox:Mailbox {address: $key}) WHERE $label = 'Mailbox'
OPTIONAL MATCH (trait:Trait {id: $key}) WHERE $label = 'Trait'
OPTIONAL MATCH (url:Url {url: $key}) WHERE $label = 'Url'
WITH coalesce(app, asn, country, device, domain, ip, mailbox, trait, url) AS v
WHERE v IS NOT NULL
OPTIONAL MATCH (v)<-[h:SIGNS_IN_FROM|USES|READS|WRITES_TO|MAILS|SHOWS]-(u:User)
WHERE type(h) = $relationship AND u.id <> $except AND (coalesce(u.kind, '') = 'service') = $services AND h.firstAt < $before
WITH v, u LIMIT $most
WITH v, u ORDER BY u.id
WITH v, collect(u.id) AS ids
RETURN v.name AS name, size(ids) AS count, ids[..$limit] AS ids
