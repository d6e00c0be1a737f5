/// Tells the admins what is wrong, once, and when it is over.
///
/// Begin with [app.bellwire.notice.Condition], one thing that is wrong now, and
/// [app.bellwire.notice.NoticePlan], which decides without any store what there is to say about it.
/// [app.bellwire.notice.Notices] does that a few times a minute; [app.bellwire.notice.NoticeWords]
/// has all the words. What is wrong is found out by whoever implements
/// [app.bellwire.notice.Troubles]; nothing here looks at sources, files or networks. May import
/// `chat`, `subscription`, `deliver`, `text` and `work`.
@NullMarked
package app.bellwire.notice;

import org.jspecify.annotations.NullMarked;
