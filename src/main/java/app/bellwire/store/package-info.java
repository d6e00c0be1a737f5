/// Keeps everything in SQL.
///
/// Begin with `Database`; each `Jdbc...` class implements the store another package declares. One
/// dialect serves SQLite and PostgreSQL. No decisions here.
@NullMarked
package app.bellwire.store;

import org.jspecify.annotations.NullMarked;
