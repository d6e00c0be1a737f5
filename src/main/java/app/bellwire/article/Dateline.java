package app.bellwire.article;

import java.time.LocalDate;
import java.util.Optional;

/// The place, date and agency a wire text begins with, as far as it states them. Immutable.
///
/// @param place as written, such as `WASHINGTON`; empty when there is none
/// @param date the day it names, the year taken from the time of publication where it names none
/// @param agency as marked in the text, such as `TASS`; empty when there is none
public record Dateline(String place, Optional<LocalDate> date, String agency) {
  public static final Dateline NONE = new Dateline("", Optional.empty(), "");
}
