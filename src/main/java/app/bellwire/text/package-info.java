/// Language tools without news knowledge.
///
/// [Tokens] cuts words, [Sentences] cuts sentences, [Shingles] compares passages, [Names] finds
/// capitalised names. The only user of Lucene. Imports nothing of ours.
@NullMarked
package app.bellwire.text;

import org.jspecify.annotations.NullMarked;
