// How many events touched something.
//
// @mode    read
// @param   element string
// @returns count   number

MATCH (n)
WHERE elementId(n) = $element
RETURN COUNT { (n)<-[:BY]-() } + COUNT { (n)<-[:FROM]-() } + COUNT { (n)<-[:ON]-() } + COUNT { (n)<-[:TO]-() } AS count
