package app.bellwire.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Holds a store file for one Bellwire: a lock on `FILE.lock`, which also names the process. The
/// operating system gives it back when the process ends, however it ends.
final class StoreLock implements AutoCloseable {
  private final FileChannel channel;

  private StoreLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Makes the folder of `file` where it is missing.
  static StoreLock take(Path file) {
    Path path = file.resolveSibling(file.getFileName() + ".lock");
    try {
      Files.createDirectories(path.getParent());
      FileChannel channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        String holder = holder(channel);
        channel.close();
        throw inUse(file, holder);
      }
      sign(channel);
      return new StoreLock(channel);
    } catch (IOException failure) {
      throw new StoreProblem(
          StoreProblem.Kind.READ_ONLY,
          unwritable(path)
              + " cannot be written. Give this user the right to write it, or name another file in"
              + " store.url.",
          failure);
    }
  }

  /// What stands in the way: the folder, or a lock file that another user has left in it.
  private static String unwritable(Path lock) {
    Path folder = Objects.requireNonNullElse(lock.getParent(), lock);
    return Files.isDirectory(folder) && Files.isWritable(folder)
        ? lock.toString()
        : "The folder " + folder;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ours) {
      return null;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(32);
    channel.read(bytes, 0);
    return StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip();
  }

  private static void sign(FileChannel channel) {
    byte[] process = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(process), 0);
    } catch (IOException diskFull) {
      // The lock holds without a name.
    }
  }

  private static StoreProblem inUse(Path file, String holder) {
    return new StoreProblem(
        StoreProblem.Kind.LOCKED,
        file
            + " is in use by another Bellwire"
            + (holder.isEmpty() ? "" : " (process " + holder + ")")
            + ". Stop that one first, or name another file in store.url.",
        null);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // The lock goes with the process at the latest.
    }
  }
}
