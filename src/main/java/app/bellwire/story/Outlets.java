package app.bellwire.story;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import app.bellwire.text.Folding;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The agencies, newspapers and stations that reports credit, with their spellings. What is not
/// listed is known by its kind: `the Lunden Herald`, `the Oriel news agency`. Thread-safe.
final class Outlets {
  /// A line an outlet: the name it is shown by, then its other spellings.
  private static final String LIST =
      """
      Reuters
      AP|Associated Press
      AFP|Agence France-Presse|Agence France Presse
      dpa|DPA|Deutsche Presse-Agentur
      UPI|United Press International
      TASS|ITAR-TASS|Itar-Tass
      RIA Novosti|RIA
      Interfax|Interfax-Ukraine
      Sputnik
      RT|Russia Today
      Xinhua|Xinhua News
      CCTV
      Global Times
      People's Daily|People’s Daily
      South China Morning Post|SCMP
      Anadolu|Anadolu Agency
      Kyodo|Kyodo News
      Jiji|Jiji Press
      NHK
      Nikkei|Nikkei Asia
      Asahi Shimbun|Asahi
      Yonhap|Yonhap News
      KCNA|Korean Central News Agency
      PTI|Press Trust of India
      ANI|Asian News International
      IANS
      Times of India
      The Hindu
      Indian Express
      Hindustan Times
      NDTV
      Geo News
      IRNA
      ISNA
      Tasnim
      Fars|Fars News
      Mehr|Mehr News
      Press TV
      SPA|Saudi Press Agency
      WAM|Emirates News Agency
      MENA
      Petra
      SANA
      WAFA
      Al Jazeera|Al-Jazeera|Aljazeera
      Al Arabiya|Al-Arabiya
      Al Mayadeen
      Haaretz
      Times of Israel
      Jerusalem Post
      Ynet
      Ukrinform
      UNIAN
      Kyiv Independent
      Ukrainska Pravda
      Kommersant
      Izvestia|Izvestiya
      Vedomosti
      RBC
      Novaya Gazeta
      Meduza
      Belta|BelTA
      Kazinform
      ANSA
      EFE
      Europa Press
      El País|El Pais
      El Mundo
      Lusa
      Belga
      ANP
      NOS
      Ritzau
      NTB
      STT
      PAP
      CTK|ČTK
      MTI
      Agerpres
      BTA
      Tanjug
      Hina
      Corriere della Sera
      La Repubblica
      La Stampa
      Le Monde
      Le Figaro
      Liberation|Libération
      BFM TV|BFMTV
      France 24
      Der Spiegel|Spiegel
      Bild
      Die Welt
      Die Zeit
      Handelsblatt
      Süddeutsche Zeitung
      Frankfurter Allgemeine Zeitung|FAZ
      ARD
      ZDF
      Deutsche Welle|DW
      BBC|BBC News
      ITV|ITV News
      Sky News
      Channel 4 News
      PA Media|Press Association
      The Guardian|Guardian
      The Times|Times of London
      The Telegraph|Daily Telegraph
      The Independent
      Daily Mail
      Financial Times|FT
      The Economist
      The Observer
      New York Times|NYT|NY Times
      Washington Post|WaPo
      Wall Street Journal|WSJ
      Los Angeles Times|LA Times
      USA Today
      New York Post
      Boston Globe
      Chicago Tribune
      Miami Herald
      Bloomberg|Bloomberg News
      Dow Jones|Dow Jones Newswires
      CNBC
      MarketWatch
      Barron's|Barron’s
      Forbes
      Politico|POLITICO
      Axios
      The Hill
      CNN
      CBS|CBS News
      NBC|NBC News
      ABC News
      MSNBC
      Fox News
      NPR
      PBS
      Vice News
      ProPublica
      The Atlantic
      The New Yorker|New Yorker
      Newsweek
      Canadian Press|The Canadian Press
      CBC|CBC News
      Globe and Mail
      Toronto Star
      AAP
      Sydney Morning Herald
      Euronews
      Prensa Latina
      Telesur|teleSUR
      Folha de S.Paulo|Folha
      O Globo
      Clarín|Clarin
      Antara
      Bernama
      Straits Times
      Bangkok Post
      Channel NewsAsia|CNA
      Radio Free Europe|RFE/RL
      Voice of America|VOA
      """;

  private static final String CAPITAL = "\\p{Lu}[\\p{L}'’.-]{0,20}";

  /// Looked at first, because it is quickly told: most words are none.
  private static final String NAME_BEGINS = "(?<![\\p{L}\\p{N}])(?=[\\p{Lu}dt])";

  private static final String PAPER =
      "(?:Post|Times|Journal|Herald|Tribune|Gazette|Telegraph|Star|Chronicle|Observer|Standard"
          + "|Examiner|Courier|Globe|Daily|News|Mirror|Dispatch|Monitor|Review|Wire|Newswire)";

  /// `the Lunden Herald`, `the Oriel news agency`, `Norda television`.
  static final String BY_KIND =
      "(?:"
          + CAPITAL
          + " ){1,3}(?:(?:news|press) agency|newspaper|newswire|daily|weekly|magazine|television"
          + "|TV|radio|broadcaster)|(?:"
          + CAPITAL
          + " ){1,2}"
          + PAPER
          + "\\b";

  private static final Pattern KIND =
      Pattern.compile(
          "(?iu) (?:(?:news |press )?agency|newspaper|newswire|daily|weekly|magazine|television"
              + "|tv|radio|broadcaster)$|^the ");

  private static final Pattern WHOSE = Pattern.compile("^\\p{Lu}\\p{L}*['’][sS] (?=\\p{Lu}\\S* .)");

  private static final Map<String, Origin> BY_KEY = new HashMap<>();
  private static final Map<String, Origin> BY_LETTERS = new HashMap<>();
  private static final Set<String> SPELLINGS;

  /// Letters a name has at least before a slip in it is looked through.
  private static final int LONG = 8;

  static {
    for (String line : LIST.lines().toList()) {
      String[] names = line.split("\\|");
      Origin origin = new Origin(key(names[0]), names[0]);
      for (String name : names) {
        BY_KEY.put(key(name), origin);
        BY_LETTERS.put(letters(name), origin);
      }
    }
    SPELLINGS =
        LIST.lines()
            .flatMap(line -> Stream.of(line.split("\\|")))
            .collect(toCollection(LinkedHashSet::new));
  }

  private Outlets() {}

  /// The listed outlet of that name; two letters may have changed places: `Washignton Post`.
  static Optional<Origin> known(String name) {
    Origin exact = BY_KEY.get(key(name));
    return Optional.ofNullable(
        exact != null || key(name).length() < LONG ? exact : BY_LETTERS.get(letters(name)));
  }

  /// What all spellings of the name share: `Tehran's IRNA news agency` and `IRNA`.
  static String key(String name) {
    String plain = WHOSE.matcher(name.strip()).replaceFirst("");
    return KIND.matcher(Folding.key(KIND.matcher(plain).replaceAll(""))).replaceAll("");
  }

  private static String letters(String name) {
    return key(name)
        .chars()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Whether the patterns have the name without being told it.
  static boolean listed(String name) {
    return SPELLINGS.contains(name);
  }

  /// A pattern for every way to name an outlet, those in `more` among them.
  static String pattern(Collection<String> more) {
    Map<Integer, List<String>> byFirst =
        Stream.concat(SPELLINGS.stream(), more.stream())
            .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(groupingBy(name -> name.codePointAt(0), LinkedHashMap::new, toList()));
    String listed =
        byFirst.entrySet().stream()
            .map(names -> beginning(names.getKey(), names.getValue()))
            .collect(joining("|"));
    return NAME_BEGINS + "(?:(?:" + listed + ")(?![\\p{L}\\p{N}])|" + BY_KIND + ")";
  }

  /// Tried only where the letter stands, for there are hundreds of names.
  private static String beginning(int first, Collection<String> names) {
    String letter = Character.toString(first);
    return Pattern.quote(letter)
        + names.stream()
            .map(name -> Pattern.quote(name.substring(letter.length())))
            .collect(joining("|", "(?:", ")"));
  }
}
