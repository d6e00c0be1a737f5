package app.bellwire.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.bellwire.article.Article;
import app.bellwire.fake.Draft;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which reports are one event and which are one storyline; each pair in both orders of arrival
/// where time allows. All texts are invented.
class StoryIdentityTest {
  private static final String TREATY =
      "The water treaty of 1998 gives Tolm a third of the yearly flow of the Sorvane. It ran out in"
          + " November, when Tolm began to fill its upper reservoir without notice and Arven"
          + " recalled its commissioners from the joint board in Belm.";

  private static final String DAM =
      "The Kirrun dam, finished eleven years ago, holds back as much water as the lower valley"
          + " needs in two dry summers. Growers there blame it for the loss of four harvests, which"
          + " its operator denies.";

  /// What the later of the two is to the earlier one.
  private enum Relation {
    SAME_EVENT,
    SAME_STORYLINE,
    /// Another event; whether it continues the storyline is open.
    OTHER_EVENT,
    /// Another event in another storyline.
    UNRELATED
  }

  private record Pair(String says, Draft earlier, Draft later, Duration after, Relation relation) {
    @Override
    public String toString() {
      return says;
    }
  }

  private static final Draft CALL =
      Draft.by("Norda", 1)
          .headline("Arven and Tolm agree to resume water treaty talks")
          .says(
              "The foreign ministers of Arven and Tolm, Mats Halvorsen and Nadia Idris, agreed in a"
                  + " telephone call on Wednesday to resume talks on a new water treaty for the"
                  + " Sorvane river, the Arven Foreign Ministry said.",
              "Both sides will name their negotiators within a week, the ministry said after the"
                  + " conversation, which lasted 40 minutes and was held at the initiative of"
                  + " Tolm.",
              TREATY);

  private static final Draft SAME_CALL =
      Draft.by("Kestrel", 2)
          .headline("Halvorsen and Idris set water treaty talks going again by telephone")
          .says(
              "Arven's Foreign Minister Halvorsen and his Tolm counterpart Idris agreed by"
                  + " telephone on Wednesday to resume the water treaty talks over the Sorvane,"
                  + " almost four months after they broke off, officials in Tolmar said.",
              "\"Forty minutes, no surprises, one result: we talk,\" an official told reporters."
                  + " The call had been prepared for three weeks by the two embassies.",
              DAM);

  private static final Draft MILL =
      Draft.by("Norda", 1)
          .headline("Kerran Steel to close mill in Orm")
          .says(
              "Kerran Steel said on Wednesday it will close its mill in Orm by the end of the year"
                  + " and cut 800 jobs. Chief executive Mara Tull blamed the price of power.");

  private static Draft call(long id, String agency, String day, String outcome) {
    return Draft.by(agency, id)
        .headline("Halvorsen and Idris speak by telephone about the water treaty")
        .says(
            "The foreign ministers of Arven and Tolm, Mats Halvorsen and Nadia Idris, spoke by"
                + " telephone on "
                + day
                + " about the water treaty for the Sorvane river, the Arven Foreign Ministry said.",
            outcome,
            TREATY);
  }

  private static Draft sanctions(long id, String agency, String number, String what) {
    return Draft.by(agency, id)
        .headline("Arven adopts " + number + " package of sanctions against Quelland")
        .says(
            "The council of Arven adopted its "
                + number
                + " package of sanctions against Quelland on Wednesday, Chancellor Berit Aasen said"
                + " after a meeting in Halm.",
            what);
  }

  private static Draft copper(long id, String agency, String amount) {
    return Draft.by(agency, id)
        .headline("Magna Smelting lowers copper price " + amount + " crowns")
        .says(
            "Magna Smelting said it was lowering its price for electrolytic copper cathode by "
                + amount
                + " crowns a kilogram, effective immediately.");
  }

  private static Draft dividend(long id, String company) {
    return Draft.by("Norda", id)
        .headline(company + " sets regular quarterly dividend")
        .says(
            "Quarterly dividend 20 cents against 20 cents before.",
            "Pay April 15. Record April 1.");
  }

  private static Draft quake(long id, String agency, String town, String region, String figure) {
    return Draft.by(agency, id)
        .headline("Earthquake of magnitude " + figure + " shakes " + town)
        .says(
            "An earthquake of magnitude "
                + figure
                + " shook the town of "
                + town
                + " in "
                + region
                + " on Wednesday, the seismological institute of "
                + region
                + " said. There were no reports of damage.",
            "People in " + town + " ran into the streets, the mayor's office said.");
  }

  private static Draft toll(long id, String agency, int dead) {
    return Draft.by(agency, id)
        .headline("Landslide at Orm kills at least " + dead)
        .says(
            "At least "
                + dead
                + " people were killed when a hillside slid onto the village of Orm in southern"
                + " Skerland on Wednesday, the rescue service said.",
            "Helicopters brought the injured to the hospital in Lunden. Rain had fallen for nine"
                + " days, the service's head, Ivar Moe, said.");
  }

  static Stream<Pair> pairs() {
    Duration hour = Duration.ofHours(1);
    Duration month = Duration.ofDays(28);
    return Stream.of(
        new Pair("one call by two agencies", CALL, SAME_CALL, hour, Relation.SAME_EVENT),
        new Pair(
            "two calls four weeks apart",
            call(1, "Norda", "Wednesday", "They agreed to meet in Merrin in the autumn."),
            call(2, "Norda", "Wednesday", "They named the negotiators who are to go to Merrin."),
            month,
            Relation.OTHER_EVENT),
        new Pair(
            "a call on Wednesday and one on Thursday",
            call(1, "Norda", "Wednesday", "They agreed to meet in Merrin in the autumn."),
            call(2, "Norda", "Thursday", "They named the negotiators who are to go to Merrin."),
            Duration.ofHours(25),
            Relation.SAME_STORYLINE),
        new Pair(
            "a call on Wednesday and one on Thursday, by another agency",
            call(1, "Norda", "Wednesday", "They agreed to meet in Merrin in the autumn."),
            call(2, "Kestrel", "Thursday", "They named the negotiators who are to go to Merrin."),
            Duration.ofHours(25),
            Relation.SAME_STORYLINE),
        new Pair(
            "the 12th package and the 13th on one day",
            sanctions(1, "Norda", "12th", "It bars timber and names 31 shipping companies."),
            sanctions(2, "Norda", "13th", "It bars the sale of turbines and names 14 banks."),
            hour,
            Relation.SAME_STORYLINE),
        new Pair(
            "the 12th package by two agencies",
            sanctions(1, "Norda", "12th", "It bars timber and names 31 shipping companies."),
            sanctions(2, "Kestrel", "12th", "Timber is banned and 31 shippers are listed."),
            hour,
            Relation.SAME_EVENT),
        new Pair(
            "copper lowered by 0.25 and by 0.50",
            copper(1, "Norda", "0.25"),
            copper(2, "Norda", "0.50"),
            hour,
            Relation.OTHER_EVENT),
        new Pair(
            "copper lowered by 0.25 and by 0.50, by another agency",
            copper(1, "Norda", "0.25"),
            copper(2, "Kestrel", "0.50"),
            hour,
            Relation.OTHER_EVENT),
        new Pair(
            "copper lowered by 0.25, by two agencies",
            copper(1, "Norda", "0.25"),
            copper(2, "Kestrel", "0.25"),
            hour,
            Relation.SAME_EVENT),
        new Pair(
            "two companies that pay the same dividend",
            dividend(1, "Oriel Mills"),
            dividend(2, "Brandt Foods"),
            hour,
            Relation.OTHER_EVENT),
        new Pair(
            "two earthquakes in two places",
            quake(1, "Norda", "Lunden", "Skerland", "5.1"),
            quake(2, "Norda", "Belm", "Tolm", "4.7"),
            hour,
            Relation.OTHER_EVENT),
        new Pair(
            "two earthquakes of one strength in two places, by two agencies",
            quake(1, "Norda", "Lunden", "Skerland", "5.1"),
            quake(2, "Kestrel", "Belm", "Tolm", "5.1"),
            hour,
            Relation.OTHER_EVENT),
        new Pair(
            "one earthquake by two agencies",
            quake(1, "Norda", "Lunden", "Skerland", "5.1"),
            quake(2, "Kestrel", "Lunden", "Skerland", "5.1"),
            hour,
            Relation.SAME_EVENT),
        new Pair(
            "a toll that rises",
            toll(1, "Norda", 4),
            toll(2, "Norda", 11),
            hour,
            Relation.SAME_EVENT),
        new Pair(
            "a toll that rises, by another agency",
            toll(1, "Norda", 4),
            toll(2, "Kestrel", 11),
            hour,
            Relation.SAME_EVENT),
        new Pair(
            "the same background in reports of two things",
            Draft.by("Norda", 1)
                .headline("Growers park 300 tractors at the Belm border bridge")
                .says(
                    "Growers from the lower valley parked about 300 tractors along the road to the"
                        + " border bridge in Belm on Wednesday, asking for a date for sowing.",
                    "The gathering was calm and ended after four hours, police said.",
                    TREATY,
                    DAM),
            Draft.by("Norda", 2)
                .headline("Snow in the headwaters above average for first time in four years")
                .says(
                    "Snow in the upper catchment holds 8 per cent more water than the thirty-year"
                        + " average, the Forum for Shared Waters said after measurements at 22"
                        + " stations.",
                    "Melting is expected to begin in the third week of April, its hydrologist Ove"
                        + " Strand said.",
                    TREATY,
                    DAM),
            hour,
            Relation.OTHER_EVENT),
        new Pair(
            "two things of one day in one town",
            Draft.by("Norda", 1)
                .headline("Halm opens its new opera house")
                .says(
                    "The new opera house of Halm was opened on Wednesday with a work that Per Ask"
                        + " has written for its stage, and 1,400 guests stood through eleven"
                        + " minutes of applause.",
                    "The building on the old cattle market was to cost 90 million crowns and cost"
                        + " 131 million. Its acoustics were praised by the musicians, while the"
                        + " cloakroom ran out of hooks."),
            Draft.by("Kestrel", 2)
                .headline("Halm port takes on 200 dockers")
                .says(
                    "The port of Halm is taking on 200 dockers because more timber and grain pass"
                        + " its quays than its crews can load, its head Lise Ravn said on"
                        + " Wednesday.",
                    "Applicants are trained for six weeks and paid from the first day. The dockers'"
                        + " union, which had called for twice as many, spoke of a beginning."),
            hour,
            Relation.UNRELATED),
        new Pair(
            "a call of today and what it set for the day after tomorrow",
            CALL,
            Draft.by("Norda", 2)
                .headline("Talks on water treaty to open in Merrin in two days, Arven says")
                .says(
                    "Talks between Arven and Tolm on the water treaty will open in Merrin on"
                        + " Friday, and Petra Nyman will lead for Arven, the Arven Foreign Ministry"
                        + " said after the telephone call between Mats Halvorsen and Nadia Idris.",
                    "Both sides will name their negotiators within a week, the ministry said after"
                        + " the conversation, which was held at the initiative of Tolm."),
            hour,
            Relation.SAME_EVENT),
        new Pair(
            "other news of one of the two, by the same desk",
            CALL,
            Draft.by("Norda", 2)
                .headline("Halvorsen to travel to Tolmar next week, official says")
                .says(
                    "Mats Halvorsen will travel to Tolmar next week and stay for two nights, an"
                        + " official in the Arven prime minister's office said.",
                    "It would be the first visit by an Arven foreign minister in six years. The"
                        + " programme includes dinner with Prime Minister Osman Keller of Tolm.",
                    TREATY),
            Duration.ofHours(3),
            Relation.SAME_STORYLINE),
        new Pair(
            "a brief report hours later of another deed of the same firm",
            MILL,
            Draft.by("Norda", 2)
                .headline("Kerran Steel names new chief executive")
                .says(
                    "Kerran Steel named Oskar Lind as its chief executive on Wednesday. He follows"
                        + " Mara Tull, who leaves in June after nine years, the company said."),
            Duration.ofHours(6),
            Relation.OTHER_EVENT),
        new Pair(
            "a brief report of the same deed in other words",
            MILL,
            Draft.by("Kestrel", 2)
                .headline("800 jobs to go as Kerran shuts Orm steelworks")
                .says(
                    "Kerran Steel is shutting its steelworks at Orm with the loss of 800 jobs"
                        + " because of high power costs, chief executive Mara Tull told staff on"
                        + " Wednesday."),
            Duration.ofHours(1),
            Relation.SAME_EVENT),
        new Pair(
            "a report fifty hours later",
            CALL,
            Draft.by("Oriel", 2)
                .headline("Water treaty: Halvorsen and Idris pleased with their agreement")
                .says(
                    "The foreign ministers of Arven and Tolm, Mats Halvorsen and Nadia Idris, have"
                        + " both welcomed their agreement to resume talks on a new water treaty for"
                        + " the Sorvane river.",
                    TREATY),
            Duration.ofHours(50),
            Relation.SAME_STORYLINE));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void isWhatItIsToTheEarlierOne(Pair pair) {
    check(pair.earlier(), pair.later(), pair.after(), pair.relation());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void inTheOtherOrderToo(Pair pair) {
    if (pair.after().compareTo(Duration.ofHours(2)) < 0) {
      check(pair.later(), pair.earlier(), pair.after(), pair.relation());
    }
  }

  private static void check(Draft first, Draft second, Duration after, Relation relation) {
    Placing placing = new Placing();
    StoryUpdate one = placing.place(at(first, Duration.ZERO));
    StoryUpdate two = placing.place(at(second, after));
    boolean sameEvent = one.event().id() == two.event().id();
    boolean sameStoryline = one.event().storyline() == two.event().storyline();
    assertThat(sameEvent).as(two.reason()).isEqualTo(relation == Relation.SAME_EVENT);
    switch (relation) {
      case SAME_EVENT, SAME_STORYLINE -> assertThat(sameStoryline).as(two.reason()).isTrue();
      case UNRELATED -> assertThat(sameStoryline).as(two.reason()).isFalse();
      case OTHER_EVENT -> {}
    }
  }

  private static Article at(Draft draft, Duration after) {
    return draft
        .read(Draft.NOON.plus(after))
        .published(Draft.NOON.plus(after).minusSeconds(60).toString())
        .article();
  }
}
