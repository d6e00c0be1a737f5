package app.bellwire.web;

import app.bellwire.fake.FeedServer;

/// A story that two invented agencies tell in a conversation: talks on a water treaty.
final class InventedTalks {
  static final String HEADLINE = "Arven and Tolm agree to resume water treaty talks";
  static final String FOLLOW_UP = "Farmers in the lower valley will know";

  private InventedTalks() {}

  /// The first report, with background.
  static void begin(FeedServer wires) {
    wires.publishes(
        "norda",
        HEADLINE,
        "Mats Halvorsen and Nadia Idris agreed by telephone to resume talks, Arven said. Each side"
            + " will send nine negotiators to Merrin.",
        "Since 1998 the treaty has divided the water of the Sorvane between both countries. It"
            + " expires at the end of the year.");
  }

  /// Another agency reports the same.
  static void areReportedAgain(FeedServer wires) {
    wires.publishes(
        "kestrel",
        "Halvorsen and Idris set water treaty talks going again by telephone",
        "Mats Halvorsen and Nadia Idris agreed by telephone to resume talks, officials in Tolm"
            + " said.");
  }

  /// Something new is reported.
  static void goOn(FeedServer wires) {
    wires.publishes(
        "kestrel",
        "Water treaty talks: Halvorsen and Idris name a date for farmers",
        FOLLOW_UP
            + " by the end of the month how much water they get, Nadia Idris told Mats Halvorsen.");
  }
}
