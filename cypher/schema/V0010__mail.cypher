// Mail asked for by who wrote it, addresses of pages asked for by a part of them, and the few events that give roles.

CREATE INDEX event_sender IF NOT EXISTS FOR (n:Event) ON (n.sender, n.at);
CREATE INDEX event_author IF NOT EXISTS FOR (n:Event) ON (n.author, n.at);
CREATE INDEX event_role IF NOT EXISTS FOR (n:Event) ON (n.role);
CREATE TEXT INDEX url_text IF NOT EXISTS FOR (n:Url) ON (n.url);
