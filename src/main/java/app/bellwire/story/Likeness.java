package app.bellwire.story;

/// How alike an article and an event are, sign by sign, each from 0 to 1. Immutable.
///
/// @param most the cosine of the words to the most alike report
/// @param mean the mean of the cosines to all reports: two reports that happen to be alike do not
///   chain two events
/// @param leadMost as `most`, of headline and opening alone
/// @param leadMean as `mean`, of headline and opening alone
/// @param names the share of the names in the lead that the most alike report has too; half when
///   one names nobody
/// @param numbers the same for numbers; 0 when one has none
/// @param passages the share of the passages that stand in one of the reports
record Likeness(
    double most,
    double mean,
    double leadMost,
    double leadMean,
    double names,
    double numbers,
    double passages) {

  /// One figure of them. The weights are those of a logistic regression over article and event
  /// pairs of four collections, rounded.
  double score() {
    return .20 * most
        + .50 * mean
        + .15 * leadMost
        + .05 * leadMean
        + .06 * names
        + .05 * numbers
        + .25 * passages;
  }

  Likeness withWords(double mostNow, double meanNow) {
    return new Likeness(mostNow, meanNow, leadMost, leadMean, names, numbers, passages);
  }
}
