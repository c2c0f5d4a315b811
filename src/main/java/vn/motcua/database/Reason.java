package vn.motcua.database;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The short text of a failure that fits inside a Vietnamese sentence: one line, no full stop, never a password. */
final class Reason {

    private static final Pattern SECRET = Pattern.compile("(?i)(password=)[^&;\\s]*|(?<=://)[^/@\\s]*@");

    private Reason() {}

    static String of(Throwable failure) {
        return known(failure).orElseGet(() -> of(text(failure)));
    }

    static String ofRoot(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? of(failure) : ofRoot(cause);
    }

    /** What operating systems and PostgreSQL say in English, in Vietnamese where a remedy follows from it. */
    static String of(String text) {
        return Arrays.stream(Saying.values())
                .filter(saying -> saying.isIn(text))
                .findFirst()
                .map(saying -> saying.vietnamese)
                .orElseGet(() -> firstSentence(withoutSecrets(text)));
    }

    static boolean isDiskFull(String text) {
        return Saying.DISK_FULL.isIn(text) || Saying.QUOTA.isIn(text) || Saying.DISK_FULL_WINDOWS.isIn(text);
    }

    static boolean isReadOnly(String text) {
        return Saying.READ_ONLY.isIn(text);
    }

    static String withoutSecrets(String text) {
        return SECRET.matcher(text).replaceAll(found -> found.group(1) == null ? "" : found.group(1) + "***");
    }

    private static Optional<String> known(Throwable failure) {
        if (failure instanceof FileAlreadyExistsException) {
            return Optional.of("đó là một tệp, không phải thư mục");
        }
        if (failure instanceof AccessDeniedException) {
            return Optional.of("không có quyền ghi");
        }
        if (failure instanceof UnknownHostException) {
            return Optional.of("không tìm thấy máy chủ " + firstSentence(text(failure)));
        }
        if (failure instanceof SocketTimeoutException) {
            return Optional.of("máy chủ không trả lời");
        }
        return failure instanceof ConnectException ? Optional.of("máy chủ từ chối kết nối") : Optional.empty();
    }

    private static String text(Throwable failure) {
        @Nullable
        String said = failure instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : failure.getMessage();
        return said == null || said.isBlank() ? failure.getClass().getSimpleName() : said;
    }

    private static String firstSentence(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.split("\\.(\\s|$)", 2)[0].strip();
    }

    private enum Saying {
        DISK_FULL("No space left on device", "hết dung lượng đĩa"),
        QUOTA("Disk quota exceeded", "hết hạn mức dung lượng đĩa"),
        DISK_FULL_WINDOWS("not enough space on the disk", "hết dung lượng đĩa"),
        READ_ONLY("Read-only file system", "ổ đĩa chỉ cho đọc"),
        NOT_A_DIRECTORY("Not a directory", "một phần của đường dẫn là tệp, không phải thư mục"),
        NO_PERMISSION("Permission denied", "không có quyền đọc, ghi hoặc chạy chương trình ở đó"),
        PORT_TAKEN("could not create any TCP/IP sockets", "cổng mạng vừa bị chương trình khác chiếm, hãy chạy lại"),
        AS_ROOT("cannot be run as root", "máy này không cho chạy bằng root, hãy dùng người dùng thường"),
        ROOT_EXECUTION("\"root\" execution", "máy này không cho chạy bằng root, hãy dùng người dùng thường");

        private final String english;
        private final String vietnamese;

        Saying(String english, String vietnamese) {
            this.english = english.toLowerCase(Locale.ROOT);
            this.vietnamese = vietnamese;
        }

        boolean isIn(String text) {
            return text.toLowerCase(Locale.ROOT).contains(english);
        }
    }
}
