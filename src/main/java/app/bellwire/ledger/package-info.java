/// What became of every fetched item.
///
/// [Outcome] is the closed list of fates, [Ledger] where they are written and counted. No logic.
/// Imports `article`.
@NullMarked
package app.bellwire.ledger;

import org.jspecify.annotations.NullMarked;
