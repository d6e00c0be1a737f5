/// What one news item says, cleaned of the page around it.
///
/// Begin with [Article]. `ArticleNormalizer` makes one from a [RawItem]: dateline, agency, page
/// chrome, plain paragraphs, language. [ArticleStore] keeps them and knows what was seen before.
/// Knows nothing of HTTP, feed dialects or chats. Imports `source` and `text`.
@NullMarked
package app.bellwire.article;

import org.jspecify.annotations.NullMarked;
