package app.bellwire.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version the jar was built as.
final class Version implements IVersionProvider {
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Bellwire " + number()};
  }
}
