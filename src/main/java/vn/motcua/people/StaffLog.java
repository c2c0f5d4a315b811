package vn.motcua.people;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed what account: written once, never changed. */
@Component
class StaffLog {

    enum Action {
        ADDED,
        CHANGED,
        DISABLED,
        ENABLED,
        PASSWORD_SET,
        PASSWORD_RESET
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void write(String actor, String username, Action action, @Nullable String detail) {
        jdbc.sql(
                        "insert into motcua.staff_log (at, actor, username, action, detail) values (:at, :actor, :who, :action, :detail)")
                .param("at", LocalDateTime.now(clock))
                .param("actor", actor)
                .param("who", username)
                .param("action", action.name())
                .param("detail", detail, Types.VARCHAR)
                .update();
    }
}
