// Values of habits that are no entities: an hour, a program, a deed, an amount.
CREATE CONSTRAINT trait_id IF NOT EXISTS FOR (n:Trait) REQUIRE n.id IS UNIQUE;
