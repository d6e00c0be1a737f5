package app.bellwire.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version the jar was built as.
final class Version implements IVersionProvider {
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /// What the program calls itself before the servers that it reads.
  ///
  /// @param contact how to reach the people behind it; may be empty
  static String userAgent(String contact) {
    return "Bellwire/" + number() + (contact.isEmpty() ? "" : " (" + contact + ")");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Bellwire " + number()};
  }
}
