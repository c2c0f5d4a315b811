package vn.motcua.database;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;
import vn.motcua.refusal.Refusal;

/** Finds, in whatever Spring wrapped around it, the one sentence that tells a person why the database failed. */
public final class DatabaseProblem {

    private static final String DISK_FULL = "53100";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String READ_ONLY = "25006";
    private static final String NO_RIGHT = "42501";
    private static final String BROKEN_OFF = "08006";
    private static final String SHUT_DOWN = "57P01";
    private static final String CRASHED = "57P02";
    private static final String NO_SUCH_DATABASE = "3D000";

    private DatabaseProblem() {}

    /** A refusal inside the failure is the answer itself; empty when the failure has another cause than storage. */
    public static Optional<Refusal> of(Throwable startFailure) {
        return find(startFailure, "");
    }

    static Optional<Refusal> at(String jdbcUrl, Throwable failure) {
        String shown = Reason.withoutSecrets(jdbcUrl).replaceFirst("\\?.*", "");
        return find(failure, " tại " + shown);
    }

    private static Optional<Refusal> find(Throwable failure, String place) {
        List<Throwable> chain = chain(failure);
        return firstOf(chain, Refusal.class)
                .or(() -> chain.stream()
                        .flatMap(link -> sentence(link, place).stream())
                        .findFirst()
                        .map(sentence -> new Refusal(sentence, failure)))
                .or(() -> firstOf(chain, PoolInitializationException.class)
                        .map(unknown -> new Refusal(unreachable(chain.get(chain.size() - 1), place), failure)));
    }

    private static <T extends Throwable> Optional<T> firstOf(List<Throwable> chain, Class<T> kind) {
        return chain.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static Optional<String> sentence(Throwable link, String place) {
        if (link instanceof SQLException sql) {
            return sentence(sql, state(sql), place);
        }
        if (link instanceof IOException && Reason.isDiskFull(String.valueOf(link.getMessage()))) {
            return Optional.of(diskFull(link));
        }
        if (link instanceof IOException && Reason.isReadOnly(String.valueOf(link.getMessage()))) {
            return Optional.of("Motcua không ghi được: ổ đĩa chỉ cho đọc. Hãy chọn thư mục ghi được bằng --data-dir.");
        }
        return Optional.empty();
    }

    private static Optional<String> sentence(SQLException failure, String state, String place) {
        String reason = Reason.of(failure);
        return switch (state) {
            case DISK_FULL -> Optional.of(diskFull(failure));
            case TOO_MANY_CONNECTIONS ->
                Optional.of(("Cơ sở dữ liệu%s hết chỗ cho kết nối mới: %s. Hãy tăng max_connections của PostgreSQL"
                                + " hoặc giảm SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE.")
                        .formatted(place, reason));
            case READ_ONLY ->
                Optional.of("Cơ sở dữ liệu%s chỉ cho đọc: %s. Hãy trỏ SPRING_DATASOURCE_URL tới máy chủ chính."
                        .formatted(place, reason));
            case NO_RIGHT ->
                Optional.of("Tài khoản cơ sở dữ liệu không đủ quyền: %s. Hãy cấp quyền tạo và dùng schema motcua."
                        .formatted(reason));
            case BROKEN_OFF, SHUT_DOWN, CRASHED -> Optional.of(lost(reason));
            default -> otherwise(failure, state, place);
        };
    }

    private static Optional<String> otherwise(SQLException failure, String state, String place) {
        if (String.valueOf(failure.getMessage()).contains("Connection is closed")) {
            return Optional.of(lost(Reason.of(failure)));
        }
        return state.startsWith("08") || state.startsWith("28") || state.equals(NO_SUCH_DATABASE)
                ? Optional.of(unreachable(failure, place))
                : Optional.empty();
    }

    private static String lost(String reason) {
        return ("Mất kết nối cơ sở dữ liệu giữa chừng: %s. Hãy kiểm tra PostgreSQL và dung lượng đĩa rồi chạy lại lệnh;"
                        + " phần đã xong được giữ lại.")
                .formatted(reason);
    }

    private static String diskFull(Throwable failure) {
        return "Hết dung lượng đĩa khi ghi dữ liệu: %s. Hãy giải phóng dung lượng rồi chạy lại."
                .formatted(Reason.of(failure));
    }

    private static String unreachable(Throwable failure, String place) {
        @Nullable Throwable cause = failure.getCause();
        return ("Không kết nối được cơ sở dữ liệu%s: %s. Hãy kiểm tra SPRING_DATASOURCE_URL,"
                        + " SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD.")
                .formatted(place, Reason.of(cause instanceof IOException ? cause : failure));
    }

    private static String state(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return state == null ? "" : state;
    }

    /** Causes, suppressed failures and the further failures of a batch, nearest first, each once. */
    private static List<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        Deque<Throwable> waiting = new ArrayDeque<>(List.of(failure));
        while (!waiting.isEmpty()) {
            Throwable link = waiting.remove();
            if (seen.add(link)) {
                chain.add(link);
                Optional.ofNullable(link.getCause()).ifPresent(waiting::add);
                if (link instanceof SQLException sql) {
                    Optional.ofNullable(sql.getNextException()).ifPresent(waiting::add);
                }
                if (link instanceof TransactionSystemException rollback) {
                    Optional.ofNullable(rollback.getApplicationException()).ifPresent(waiting::add);
                }
                waiting.addAll(Arrays.asList(link.getSuppressed()));
            }
        }
        return chain;
    }
}
