// What the console asks of the API, as GraphQL. A test holds every document to the schema in graphql/.

const row = `
  id title status score background firstAt lastAt changedAt owner browserLink
  escalation { probability horizonDays history { at finding before after } }
  entities { label key role }
  findings { id stage }
  actions { id title status }
`;

const constraint = `id kind from to by at reason undoneBy undoneAt undoneReason`;

const action = `id action title mode status because reach reversible order proposedAt expiresAt decidedBy target { label key } history { at status by says }`;

export const queue = `query Queue { viewer { name role } incidents(first: 200) { totalCount pageInfo { hasNextPage } edges { node { ${row} } } } }`;

export const incident = `query Incident($id: ID!) {
  viewer { name role }
  incident(id: $id) {
    id title status score background firstAt lastAt changedAt owner verdict verdictBy verdictAt policyMetAt browserLink
    notes { id at by text }
    escalation {
      probability band horizonDays asOf baseline
      peak { probability at }
      contributions { feature says logit findings }
      counterfactuals { without probability }
      history { at finding before after }
    }
    entities { label key role firstAt lastAt }
    findings { id label number detection title at lastAt severity surpriseBits surprise { says } says stage tactics techniques because records context about { label key role } }
    links { from to mechanism weight gapMs because bridge { label key } }
    constraints { ${constraint} }
    narrative {
      headline { text cites }
      story { text cites }
      timeline { at until stage sentence { text cites } }
      hypotheses { id title verdict weight evidenceFor { text } evidenceAgainst { text } }
      unknowns { text }
      checks { says cypher browserLink }
    }
    actions { ${action} }
  }
}`;

/** Beside the incident, and never before its story: what is worked out anew for each that asks. */
export const connections = `query Connections($id: ID!) {
  incident(id: $id) {
    id
    explanation(most: 24) {
      things { label key name part firstAt lastAt findings folded { label key } foldedCount }
      ties { from { label key } to { label key } findings at mechanism weight because }
      all
    }
    entities { label key role part stages firstAt lastAt }
    related { incident { id title score status } weight mechanism bridge { label key } because from to }
  }
}`;

const step = `finding detection title stage at times afterMs`;

export const similar = `query Similar($id: ID!) {
  similarIncidents(id: $id, first: 5) {
    incident { id title score status firstAt lastAt }
    similarity because { text cites } differs { text cites } until { ${step} } next { ${step} } verdict ended
  }
}`;

const believedOf = `at id title score probability findings`;

export const history = `query History($id: ID!) {
  incident(id: $id) {
    id
    handled { at who what details }
    chronicle { at id title score probability status added removed says }
  }
}`;

export const difference = `query Difference($id: ID!, $from: DateTime!, $to: DateTime!) {
  incident(id: $id) {
    id
    difference(from: $from, to: $to) { from { ${believedOf} } to { ${believedOf} } added removed merged parted says }
  }
}`;

export const believed = `query Believed($id: ID!, $at: DateTime!) { incident(id: $id) { id believed(at: $at) { ${believedOf} } } }`;

/** Where a finding is now: what was said of it may have moved it. */
export const whereabouts = `query Whereabouts($id: ID!) { finding(id: $id) { id title incidentId } }`;

/** Enough to know it again by. */
export const glance = `query Glance($id: ID!) { incident(id: $id) { id title score status findings { id } } }`;

const pathStep = `label key title via direction at events mechanism because`;

export const paths = `query Paths($from: PathEndInput!, $to: PathEndInput!, $asOf: DateTime) {
  paths(from: $from, to: $to, asOf: $asOf, first: 5) {
    from { ${pathStep} } to { ${pathStep} } isCut
    paths { hops isVague steps { ${pathStep} } }
  }
}`;

export const savedQuestions = `query SavedQuestions { savedQuestions { id title when cypher parameters browserLink } }`;

export const evidence = `query Evidence($id: ID!) {
  finding(id: $id) {
    id label number title says at incidentId
    evidence { id kind source record at arrivedAt operation outcome actor address country userAgent raw }
    comparedWith { id kind source record at arrivedAt operation outcome actor address country userAgent raw }
  }
}`;

const judgedRow = `key at subject from recipientCount direction judgement { score action tags } campaign { id messages kind conviction { at } }`;

export const mails = `query Mails($after: String, $least: Int) {
  emails(first: 100, after: $after, least: $least) { pageInfo { hasNextPage endCursor } edges { node { ${judgedRow} } } }
}`;

const copy = `recipient state at by also undo`;

/** What, why, what was done and how to undo it; what stands in it is asked for by itself. */
export const mail = `query Mail($id: ID!) {
  viewer { name role }
  email(id: $id) {
    key at subject from sender to recipientCount direction delivery
    authentication { spf dkim dmarc }
    judgement { score action tags by start models { id title explains because } reasons { says weight } }
    copies { ${copy} }
    actions { ${action} incidentId }
    incident { id title score status }
    campaign { id kind messages recipients authors firstAt lastAt conviction { at says } }
  }
}`;

export const letter = `query Letter($id: ID!) {
  email(id: $id) {
    key
    letter {
      from { name address } replyTo { name address } to { name address } cc { name address } subject writtenAt
      text quoted hidden { how text letters } html
      links { shown defanged why } linkCount
      attachments { name type size risky why }
      headers { name value } headerCount
      hops { at from address by protocol encrypted }
      size defects
    }
  }
}`;

export const campaign = `query Campaign($id: ID!, $after: String) {
  viewer { name role }
  campaign(id: $id) {
    id kind messages recipients authors firstAt lastAt
    conviction { at by says }
    overTime { from to messages heldAlone }
    places { state count }
    actions { ${action} incidentId }
    incidents { id title score status }
    members(first: 50, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      edges { node { message at author recipients score action because copies { ${copy} } } }
    }
  }
}`;

export const response = `query Response { response { mode tenant killSwitch { on by at reason } } }`;

export const changed = `subscription Changed { incidentChanged { id changedAt } }`;

const errors = `userErrors { code message }`;

export const approve = `mutation Approve($id: ID!, $reason: String) { done: approveAction(input: { id: $id, reason: $reason }) { action { ${action} } ${errors} } }`;
export const deny = `mutation Deny($id: ID!, $reason: String) { done: denyAction(input: { id: $id, reason: $reason }) { action { ${action} } ${errors} } }`;
export const revert = `mutation Revert($id: ID!, $reason: String) { done: revertAction(input: { id: $id, reason: $reason }) { action { ${action} } ${errors} } }`;
export const assign = `mutation Assign($id: ID!, $owner: String) { done: assignIncident(input: { id: $id, owner: $owner }) { incident { id owner } ${errors} } }`;
export const note = `mutation Note($id: ID!, $text: String!, $once: String) { done: addNote(input: { id: $id, text: $text, clientMutationId: $once }) { note { id } ${errors} } }`;
export const close = `mutation Close($id: ID!, $verdict: Verdict!, $reason: String) { done: closeIncident(input: { id: $id, verdict: $verdict, reason: $reason }) { incident { id status } ${errors} } }`;
export const reopen = `mutation Reopen($id: ID!) { done: reopenIncident(input: { id: $id }) { incident { id status } ${errors} } }`;

const said = `constraint { id } ${errors}`;

export const split = `mutation Split($id: ID!, $findings: [ID!]!, $reason: String!) { done: splitIncident(input: { id: $id, findings: $findings, reason: $reason }) { ${said} } }`;
export const merge = `mutation Merge($ids: [ID!]!, $reason: String!) { done: mergeIncidents(input: { ids: $ids, reason: $reason }) { ${said} } }`;
export const pin = `mutation Pin($from: ID!, $to: ID!, $reason: String!) { done: pinLink(input: { from: $from, to: $to, reason: $reason }) { ${said} } }`;
export const cut = `mutation Cut($from: ID!, $to: ID!, $reason: String!) { done: cutLink(input: { from: $from, to: $to, reason: $reason }) { ${said} } }`;
export const undo = `mutation Undo($id: ID!, $reason: String!) { done: undoConstraint(input: { id: $id, reason: $reason }) { ${said} } }`;
