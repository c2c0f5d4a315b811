package vn.motcua.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.refusal.Refusal;

/**
 * Holds the data directory for one Motcua. The operating system drops the lock with its process, so a crash never
 * leaves a directory locked; the process number written in the file is only there to be told to people.
 */
final class DataDirectoryLock implements AutoCloseable {

    /**
     * Directories held by this JVM. They must not be opened a second time even to look: on POSIX systems closing any
     * channel on a file drops every lock the process has on it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** A byte far beyond the text, since Windows lets nobody read the bytes that are locked. */
    private static final long LOCKED_BYTE = 1L << 30;

    private static final int LONGEST_PID = 20;

    private final Path directory;
    private final FileChannel channel;

    private DataDirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    static DataDirectoryLock take(DataDirectory directory) {
        try {
            Path real = directory.path().toRealPath();
            if (!HELD.add(real)) {
                throw busy(directory, Long.toString(ProcessHandle.current().pid()));
            }
            return new DataDirectoryLock(real, openLocked(directory, real));
        } catch (IOException unusable) {
            throw new Refusal(
                    "Không khóa được thư mục dữ liệu %s: %s. Hãy sửa hoặc chọn thư mục khác bằng --data-dir."
                            .formatted(directory.path(), Reason.of(unusable)),
                    unusable);
        }
    }

    private static FileChannel openLocked(DataDirectory directory, Path real) throws IOException {
        boolean taken = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    real.resolve("motcua.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            lock(directory, channel);
            taken = true;
            return channel;
        } finally {
            if (!taken) {
                HELD.remove(real);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static void lock(DataDirectory directory, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw busy(directory, read(channel));
            }
        } catch (OverlappingFileLockException byAnotherClassLoader) {
            throw busy(directory, read(channel));
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(
                Long.toString(ProcessHandle.current().pid())));
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
        channel.read(bytes, 0);
        return StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip();
    }

    private static Refusal busy(DataDirectory directory, String pid) {
        return new Refusal(("Thư mục dữ liệu %s đang được một Motcua khác dùng%s."
                        + " Hãy dừng tiến trình đó hoặc chọn thư mục khác bằng --data-dir.")
                .formatted(directory.path(), pid.isEmpty() ? "" : " (tiến trình " + pid + ")"));
    }

    /** The file stays: deleting it would let two processes lock two different files of the same name. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException released) {
            // The descriptor is gone in any case, and the lock with it.
        } finally {
            HELD.remove(directory);
        }
    }
}
