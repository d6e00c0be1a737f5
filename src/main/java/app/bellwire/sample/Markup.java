package app.bellwire.sample;

/// Text made safe for HTML and XML.
final class Markup {
  private Markup() {}

  /// `text` for element content and for attributes in double quotes.
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// `text` as a CDATA section, whatever it holds.
  static String cdata(String text) {
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
  }
}
