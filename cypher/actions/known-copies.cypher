// Who had some messages, as the records of them tell: of each message everybody it came to.
//
// @mode    read
// @param   messages   string[]
// @returns message    string
// @returns recipients string[]

UNWIND $messages AS message
MATCH (m:Email {id: message})
RETURN message, COLLECT {
  MATCH (m)<-[:ON]-(e:Event)
  WHERE e.recipients IS NOT NULL
  UNWIND e.recipients AS recipient
  RETURN DISTINCT recipient ORDER BY recipient
} AS recipients
ORDER BY message
