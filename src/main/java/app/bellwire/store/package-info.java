/// Keeps everything in SQL.
///
/// Begin with [Database], which runs transactions, and [Stores], which hands out every store; each
/// `Jdbc...` class implements a port another package declares, in SQL through `Sql`. One dialect
/// serves SQLite and PostgreSQL; the tables stand in `migration/`, named in `Schema`. [Pruning]
/// removes what is old. No decisions here. Imports the packages whose ports it implements.
@NullMarked
package app.bellwire.store;

import org.jspecify.annotations.NullMarked;
