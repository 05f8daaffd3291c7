// What is asked for in order or by range: events and findings of a time, the queue by score, actions by status.

CREATE INDEX event_at IF NOT EXISTS FOR (n:Event) ON (n.at);
CREATE INDEX finding_at IF NOT EXISTS FOR (n:Finding) ON (n.at);
CREATE INDEX incident_score IF NOT EXISTS FOR (n:Incident) ON (n.score);
CREATE INDEX action_status IF NOT EXISTS FOR (n:Action) ON (n.status);
