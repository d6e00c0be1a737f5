package app.bellwire.scenario;

import java.util.Arrays;
import java.util.List;

/// Invented news, as agencies file it.
final class News {
  static final String AGREED = "Arven and Tolm agree to resume water treaty talks";

  /// A telephone call of two ministers.
  static final Item CALL =
      Item.of(
          AGREED,
          "Foreign ministers Mats Halvorsen of Arven and Nadia Idris of Tolm agreed by telephone"
              + " on Tuesday to resume talks on the Sorvane water treaty, the Arven Foreign"
              + " Ministry said.",
          "Both sides will name their negotiators within a week, the ministry said.",
          "The call lasted 40 minutes.");

  /// The same call in another agency's words.
  static final Item SAME_CALL =
      Item.of(
          "Halvorsen and Idris revive water treaty talks by telephone",
          "Foreign ministers Mats Halvorsen of Arven and Nadia Idris of Tolm agreed on Tuesday in"
              + " a telephone call that talks on the water treaty for the Sorvane resume,"
              + " officials in Tolmar said.",
          "An official said that two embassies had prepared the conversation for three weeks.");

  /// What came of the call, with one sentence that was in the first report.
  static final Item MEETING =
      Item.of(
          "Halvorsen and Idris to send water treaty negotiators to Merrin on Friday",
          "Foreign ministers Mats Halvorsen of Arven and Nadia Idris of Tolm agreed by telephone"
              + " on Tuesday that talks on the Sorvane water treaty open in Merrin on Friday.",
          "Each delegation brings nine people, two hydrologists among them.",
          "Both sides will name their negotiators within a week, the ministry said.");

  static final Item CORRECTED_CALL =
      CALL.headline("CORRECTED-" + AGREED)
          .saying(
              "(Corrects the length of the call in paragraph 3)",
              CALL.paragraphs().get(0),
              CALL.paragraphs().get(1),
              "The call lasted 14 minutes.");

  static final Item WITHDRAWN_CALL =
      CALL.headline("KILL: " + AGREED)
          .saying(
              "Norda withdraws its report headlined “" + AGREED + "”. Please do not use it.",
              "The ministry has told Norda that no call took place.");

  /// Nothing anybody watches for.
  static final Item FAIR =
      Item.of(
          "Autumn fair of Lunden opens with a record number of geese",
          "The autumn fair of Lunden opened with 4,100 geese, its warden Ole Brandt said.");

  /// Ten events that have nothing in common but the water treaty.
  private static final List<Item> TEN =
      List.of(
          Item.of(
              "Vintners of Orm want a seat at the water treaty table",
              "Sella Orm spoke for 212 vintners when the water treaty came up at the grape fair."),
          Item.of(
              "Barge guild fears lower locks under the water treaty",
              "Captain Juri Pahl steered his oldest barge to the harbour office and left a letter"
                  + " on the water treaty there."),
          Item.of(
              "Museum finds a map that is older than the water treaty",
              "Curator Inge Mott unrolled a frontier chart of 1822, a hundred years before any"
                  + " water treaty was thought of."),
          Item.of(
              "Students measure springs for the water treaty round",
              "Professor Tam Rasko sent forty pupils uphill with buckets; the water treaty has no"
                  + " figures for wells."),
          Item.of(
              "Anglers count fewer trout and blame no water treaty",
              "Warden Pia Loof said warm summers, not a water treaty, had emptied her nets."),
          Item.of(
              "Barley dealers hedge against a late water treaty",
              "Trader Knut Abel bought options until harvest because nobody dates a water treaty."),
          Item.of(
              "Choir sings the water treaty on a bridge",
              "Conductor Vera Quist had set all nineteen articles of the water treaty to music."),
          Item.of(
              "Millers repair seven weirs without waiting for the water treaty",
              "Millwright Otto Zander ordered oak planks; a water treaty would not stop leaks, he"
                  + " joked."),
          Item.of(
              "Court puts off a ferry licence until the water treaty is clear",
              "Judge Mira Holt adjourned the case of two ferrymen, citing clause nine of the water"
                  + " treaty."),
          Item.of(
              "Glider pilots photograph the delta for water treaty experts",
              "Pilot Ansel Brook landed in a beet field with 900 pictures that the water treaty"
                  + " commission had ordered."));

  private News() {}

  /// The first `count` of ten events that have nothing in common but the water treaty.
  static Item[] different(int count) {
    return TEN.subList(0, count).toArray(Item[]::new);
  }

  static String[] headlines(int from, int to) {
    return Arrays.copyOfRange(TEN.stream().map(Item::headline).toArray(String[]::new), from, to);
  }
}
