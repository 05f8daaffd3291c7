// What people make of incidents, lists that are read a page at a time, and what has changed since a moment.

CREATE CONSTRAINT note_key IF NOT EXISTS FOR (n:Note) REQUIRE n.id IS UNIQUE;
CREATE INDEX incident_queue IF NOT EXISTS FOR (n:Incident) ON (n.status, n.score);
CREATE INDEX incident_changed IF NOT EXISTS FOR (n:Incident) ON (n.changedAt);
CREATE INDEX incident_verdict IF NOT EXISTS FOR (n:Incident) ON (n.verdict);
CREATE INDEX action_queue IF NOT EXISTS FOR (n:Action) ON (n.status, n.proposedAt);
CREATE INDEX action_changed IF NOT EXISTS FOR (n:Action) ON (n.changedAt);
CREATE INDEX audit_sequence IF NOT EXISTS FOR (n:AuditEntry) ON (n.sequence);
