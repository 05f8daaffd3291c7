// Mail listed by when it came.

CREATE INDEX email_at IF NOT EXISTS FOR (n:Email) ON (n.at);
