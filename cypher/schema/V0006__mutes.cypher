// Times in which what a detection finds makes no incident.

CREATE CONSTRAINT mute_key IF NOT EXISTS FOR (n:Mute) REQUIRE n.id IS UNIQUE;
