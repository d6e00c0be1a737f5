package app.bellwire.app;

import app.bellwire.config.ConfigLoader;
import app.bellwire.config.ConfigResult;
import app.bellwire.query.QueryParser;
import java.time.InstantSource;

/// Reads the configuration the command line names.
final class Configuration {
  private Configuration() {}

  static ConfigLoader loader() {
    return new ConfigLoader(System::getenv, QueryParser::parse, InstantSource.system());
  }

  /// @throws WrongConfig when it cannot be used
  static ConfigResult.Loaded load(Main main) {
    return switch (loader().load(main.config, main.set)) {
      case ConfigResult.Loaded loaded -> loaded;
      case ConfigResult.Refused refused -> throw new WrongConfig(refused.problems());
    };
  }

  /// Everything connected as the command line says.
  ///
  /// @throws WrongConfig when the configuration cannot be used
  static Wiring wiring(Main main) {
    ConfigLoader loader = loader();
    return new Wiring(main.config, main.set, loader, load(main), main.networks, main.toTelegram);
  }
}
