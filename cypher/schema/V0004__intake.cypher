// Who may send records, and how each source is doing.

CREATE CONSTRAINT api_key_key IF NOT EXISTS FOR (n:ApiKey) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_state_key IF NOT EXISTS FOR (n:SourceState) REQUIRE n.id IS UNIQUE;
