package app.bellwire.store;

import app.bellwire.work.Outage;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/// The store cannot be opened or used. The message is for a person: what is wrong, with which file
/// or server, and what to do; it holds no password.
public final class StoreProblem extends RuntimeException implements Outage {
  private static final long serialVersionUID = 1L;

  /// What kind of trouble it is.
  public enum Kind {
    /// Somebody else holds the file or the rows.
    LOCKED,
    /// Two transactions waited for each other, and this one gave way.
    CONFLICT,
    READ_ONLY,
    FULL,
    /// Not a database, or one with damaged pages.
    NOT_A_DATABASE,
    /// Written by a newer Bellwire.
    NEWER,
    UNREACHABLE,
    /// A statement was refused: a mistake of ours.
    REFUSED
  }

  private final Kind kind;

  StoreProblem(Kind kind, String message, @Nullable Throwable cause) {
    // A full disk or a lost server fails every statement: where ours stood says nothing then.
    super(message, cause, false, kind == Kind.REFUSED);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  @Override
  public boolean lasting() {
    return kind != Kind.REFUSED && kind != Kind.CONFLICT;
  }

  @Override
  public boolean passing() {
    return kind == Kind.CONFLICT;
  }

  /// What `failure` means for the store named `where`.
  static StoreProblem of(SQLException failure, String where) {
    return failure instanceof SQLiteException
        ? ofSqlite(failure, where)
        : ofPostgres(failure, where);
  }

  private static StoreProblem ofSqlite(SQLException failure, String where) {
    return switch (failure.getErrorCode()) {
      case 5, 6 ->
          new StoreProblem(
              Kind.LOCKED,
              where + " is locked by another program. Close that program, then try again.",
              failure);
      case 8 ->
          new StoreProblem(
              Kind.READ_ONLY,
              where + " cannot be written. Give this user the right to write it and its folder.",
              failure);
      case 10 ->
          new StoreProblem(
              Kind.UNREACHABLE,
              where
                  + " cannot be read or written: the disk reports an error. Check that it has room"
                  + " and is sound.",
              failure);
      case 11 ->
          new StoreProblem(
              Kind.NOT_A_DATABASE,
              where + " is damaged. Put it aside and restore a backup, or start with a new file.",
              failure);
      case 13 ->
          new StoreProblem(
              Kind.FULL,
              "The disk that holds " + where + " is full. Free space; no restart is needed.",
              failure);
      case 14 ->
          new StoreProblem(
              Kind.UNREACHABLE,
              where + " cannot be opened. Check that the path is right and its folder writable.",
              failure);
      case 26 ->
          new StoreProblem(
              Kind.NOT_A_DATABASE,
              where + " is not a database. Name another file in store.url, or put this one aside.",
              failure);
      default -> refused(failure, where);
    };
  }

  private static StoreProblem ofPostgres(SQLException failure, String where) {
    return switch (failureClass(failure)) {
      case "08", "57" ->
          new StoreProblem(
              Kind.UNREACHABLE,
              where + " cannot be reached. Check that the server runs and store.url is right.",
              failure);
      case "28", "3D" ->
          new StoreProblem(
              Kind.UNREACHABLE,
              where + " does not let us in. Check user, password and database in store.url.",
              failure);
      case "53" ->
          new StoreProblem(
              Kind.FULL,
              where + " has no room or no connection left. Free space or raise its limits.",
              failure);
      case "25" ->
          new StoreProblem(
              Kind.READ_ONLY, where + " takes no writes. Name the primary in store.url.", failure);
      case "55" ->
          new StoreProblem(
              Kind.LOCKED, where + " is locked by another program. Try again.", failure);
      case "40" ->
          new StoreProblem(
              Kind.CONFLICT, where + " had two changes in each other's way. Try again.", failure);
      default -> refused(failure, where);
    };
  }

  /// The class of the SQL state; no connection in time counts as 08.
  private static String failureClass(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null || state.length() < 2) {
      return failure instanceof SQLTransientConnectionException ? "08" : "";
    }
    return state.substring(0, 2);
  }

  private static StoreProblem refused(SQLException failure, String where) {
    return new StoreProblem(
        Kind.REFUSED, where + " refused a statement: " + failure.getMessage(), failure);
  }
}
