/// Decides whether, when and as what a match becomes an alert.
///
/// Begin with `AlertPolicy`, which is pure: a situation in, a [Decision] with its reason out. An
/// [Alert] is a self-contained snapshot of what a chat is to be told. Renders and sends nothing.
/// Imports `match`, `story`, `article`, `text`, `subscription` and the ids of `chat`.
@NullMarked
package app.bellwire.alert;

import org.jspecify.annotations.NullMarked;
