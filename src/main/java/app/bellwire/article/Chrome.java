package app.bellwire.article;

import java.util.regex.Pattern;

/// Knows the lines of a page that are not part of the report. Thread-safe.
final class Chrome {
  private static final int MOST = 240;

  private static final Pattern LINE =
      Pattern.compile(
          """
          (?ix) [\\s\\p{So}•·|>»-]* (?:
            contact(?:\\ us)? | about\\ us | subscribe(?:\\ (?:now|today|here|free))?
            | subscribe\\ (?:to|for)\\ (?:our|the|us|my|more)\\b.{0,80} | already\\ a\\ subscriber.{0,60}
            | sign\\ (?:up|in|out)(?:\\ (?:now|here|today|free))?
            | sign\\ (?:up|in)\\ (?:to|for|with)\\b.{0,80}
            | log\\ ?(?:in|out)(?:\\ .{0,40})? | register(?:\\ (?:now|here|free))? | my\\ account
            | share | share\\ this(?:\\ (?:article|story|post|page|on\\ .{0,30}|via\\ .{0,30}))?
            | share\\ (?:on|via|with|to)\\ .{0,60} | share\\ (?:article|story|link)
            | tweet(?:\\ this)? | print(?:\\ (?:this|article|page).{0,20})? | e-?mail(?:\\ this)? | copy\\ link
            | save(?:\\ (?:article|for\\ later))? | bookmark
            | (?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|instagram|youtube)
              (?:[\\s,|/·•]+(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|instagram|youtube|e-?mail))*
            | advertisement | advertisment | advertising | ad | ads | sponsored(?:\\ (?:content|by\\ [^,.]{0,40}))?
            | promoted(?:\\ content)? | (?:the\\ )?(?:article|story)\\ continues\\ (?:below|after)\\b.{0,40}
            | (?:continue|keep)\\ reading.{0,80} | read\\ (?:more|also|next|full\\ (?:story|article))(?:\\s*[:»›>→|-].{0,200})?
            | (?:also\\ read|see\\ also|more\\ on\\ this)\\b.{0,160} | (?:related|recommended|trending|most\\ read|watch|listen)
              (?:\\ (?:stories|articles|news|topics|now|live))?(?:\\s*:.{0,160})?
            | more\\ (?:stories|news) | click\\ (?:here|to)\\b.{0,80} | learn\\ more | load\\ more | show\\ more
            | (?:©|\\(c\\)|copyright)\\s.{0,160} | .{0,80}\\ball\\ rights\\ reserved\\b.{0,80}
            | follow\\ (?:us|@\\w+)\\b.{0,80} | join\\ (?:us|our)\\b.{0,80} | like\\ us\\ on\\b.{0,40}
            | (?:we|this\\ (?:web)?site|our\\ (?:web)?site)\\ (?:uses?|and\\ our\\ partners\\ use)\\ cookies.{0,220}
            | by\\ continuing\\ to\\ (?:use|browse)\\b.{0,200} | (?:accept|reject|manage)(?:\\ all)?\\ cookies?
            | cookie\\ (?:policy|settings|notice|preferences) | privacy\\ (?:policy|notice) | terms\\ (?:of\\ (?:use|service)|and\\ conditions)
            | (?:file\\ )?(?:photo|image|picture|video)s?(?:\\ (?:credit|source|by|courtesy))?\\s*[:©/].{0,160}
            | (?:photo|image|picture)\\ (?:by|courtesy)\\b.{0,100} | (?:photo|image|picture)\\ credit\\b.{0,80}
            | credit\\s*:.{0,100} | file\\ photo\\.? | getty\\ images.{0,40} | view\\ (?:gallery|image|photos?)
            | download\\ (?:our|the)\\ .{0,40}app.{0,40} | (?:our|the)?\\ ?newsletters?
            | get\\ (?:our|the)\\ .{0,60}newsletter.{0,60} | skip\\ to\\ .{0,30} | back\\ to\\ top
            | menu | home | search | close | next | previous | loading\\W* | comments?(?:\\ ?\\(\\d+\\))? | leave\\ a\\ (?:comment|reply)
            | the\\ post\\ .{1,200}\\ (?:appeared\\ first|first\\ appeared)\\ on\\ .{1,100}
            | \\d{1,3}\\ ?min(?:ute)?s?(?:\\ read)? | please\\ enable\\ (?:javascript|cookies).{0,80}
            | \\((?:additional\\ |with\\ )?(?:reporting|writing|editing|compiled|translated)\\b[^()]{0,300}\\ by\\ [^()]{1,300}\\)
            | \\((?:additional\\ )?(?:reporting|writing|editing|compiled|translated)\\ by\\ [^()]{1,300}\\)
            | our\\ standards:.{0,120}
          ) [\\s.!:»›>→|•·-]*
          """);

  private Chrome() {}

  static boolean matches(String line) {
    return line.length() <= MOST && LINE.matcher(line).matches();
  }
}
