package app.bellwire.app;

import app.bellwire.store.StoreProblem;
import app.bellwire.web.WebProblem;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/// Puts an exception into a sentence for the person at the terminal. Pure.
final class Failure {
  private Failure() {}

  static String inWords(Throwable problem) {
    return switch (problem) {
      case WrongConfig wrong -> String.valueOf(wrong.getMessage());
      case WrongInput wrong -> String.valueOf(wrong.getMessage());
      case StoreProblem store -> String.valueOf(store.getMessage());
      case WebProblem web -> String.valueOf(web.getMessage());
      case NoSuchFileException file -> "there is no file " + file.getFile();
      case IOException io -> String.valueOf(io.getMessage());
      default -> problem.getClass().getSimpleName() + ": " + problem.getMessage();
    };
  }
}
