// What the console asks of the API, as GraphQL. A test holds every document to the schema in graphql/.

const row = `
  id title status score background firstAt lastAt changedAt owner browserLink
  escalation { probability horizonDays history { at finding before after } }
  entities { label key role }
  findings { id stage }
  actions { id title status }
`;

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
    findings { id number detection title at lastAt severity surpriseBits surprise { says } says stage tactics techniques because records context about { label key role } }
    links { from to mechanism weight gapMs because bridge { label key } }
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

export const evidence = `query Evidence($id: ID!) {
  finding(id: $id) {
    id number title says at incidentId
    evidence { id kind source record at arrivedAt operation outcome actor address country userAgent raw }
    comparedWith { id kind source record at arrivedAt operation outcome actor address country userAgent raw }
  }
}`;

export const response = `query Response { response { mode killSwitch { on by at reason } } }`;

export const changed = `subscription Changed { incidentChanged { id changedAt } }`;

const errors = `userErrors { code message }`;

export const approve = `mutation Approve($id: ID!, $reason: String) { done: approveAction(input: { id: $id, reason: $reason }) { action { ${action} } ${errors} } }`;
export const deny = `mutation Deny($id: ID!, $reason: String) { done: denyAction(input: { id: $id, reason: $reason }) { action { ${action} } ${errors} } }`;
export const revert = `mutation Revert($id: ID!, $reason: String) { done: revertAction(input: { id: $id, reason: $reason }) { action { ${action} } ${errors} } }`;
export const assign = `mutation Assign($id: ID!, $owner: String) { done: assignIncident(input: { id: $id, owner: $owner }) { incident { id owner } ${errors} } }`;
export const note = `mutation Note($id: ID!, $text: String!, $once: String) { done: addNote(input: { id: $id, text: $text, clientMutationId: $once }) { note { id } ${errors} } }`;
export const close = `mutation Close($id: ID!, $verdict: Verdict!, $reason: String) { done: closeIncident(input: { id: $id, verdict: $verdict, reason: $reason }) { incident { id status } ${errors} } }`;
export const reopen = `mutation Reopen($id: ID!) { done: reopenIncident(input: { id: $id }) { incident { id status } ${errors} } }`;
