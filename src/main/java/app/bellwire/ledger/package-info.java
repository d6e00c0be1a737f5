/// What became of every fetched item.
///
/// [Outcome] is the closed list of fates, [Ledger] where they are written and counted, once over
/// all and once for every chat an article concerns, [ItemSum] how the counts are grouped. Decides
/// nothing. Imports `article` and `chat` (ids).
@NullMarked
package app.bellwire.ledger;

import org.jspecify.annotations.NullMarked;
