// A key for programs, known only by the hash of its secret.
//
// @mode  write
// @param id        string
// @param hash      string
// @param name      string
// @param scopes    string[]
// @param createdAt Instant

CREATE (:ApiKey {id: $id, hash: $hash, name: $name, scopes: $scopes, createdAt: $createdAt})
