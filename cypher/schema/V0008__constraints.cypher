// What analysts said of which findings belong together.

CREATE CONSTRAINT constraint_key IF NOT EXISTS FOR (n:Constraint) REQUIRE n.id IS UNIQUE;
