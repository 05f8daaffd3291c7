// What each job did, when, and how it ended: one node a run, found by job and start.

CREATE CONSTRAINT job_run_key IF NOT EXISTS FOR (n:JobRun) REQUIRE n.id IS UNIQUE;
CREATE INDEX job_run_started IF NOT EXISTS FOR (n:JobRun) ON (n.startedAt);
