/// Language tools without news knowledge.
///
/// [Tokens] cuts words, [Sentences] cuts sentences, [Shingles] compares passages, [Names] finds
/// capitalised names, [Language] tells the language, [Folding] and [Plurals] make spellings equal.
/// The only user of Lucene. Imports nothing of ours.
@NullMarked
package app.bellwire.text;

import org.jspecify.annotations.NullMarked;
