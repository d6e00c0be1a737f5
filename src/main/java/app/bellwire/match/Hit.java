package app.bellwire.match;

import app.bellwire.query.Query;

/// One place that made a query true. Immutable.
///
/// @param term the words as they stand in the article, such as `Lavrov` or `security guarantees`
/// @param phrase whether the query asked for them as a phrase
/// @param paragraph counted from 0; -1 for the headline and for fields that are not text
public record Hit(String term, boolean phrase, Query.Field field, int paragraph) {}
