package vn.motcua.workflow.engine;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Between our local moments and the engine's dates, which know milliseconds only. */
public final class Dates {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private Dates() {}

    /** The same instant in whole milliseconds, never later than the moment. */
    public static Date of(LocalDateTime moment) {
        return Date.from(moment.truncatedTo(ChronoUnit.MILLIS).atZone(ZONE).toInstant());
    }

    public static @Nullable Date ofNullable(@Nullable LocalDateTime moment) {
        return moment == null ? null : of(moment);
    }

    public static LocalDateTime moment(Date date) {
        return LocalDateTime.ofInstant(date.toInstant(), ZONE);
    }
}
