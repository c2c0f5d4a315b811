package vn.motcua.worklist;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.refusal.Refusal;

/**
 * A place in the order of the worklist: beside a row that was shown, whether it is still there or not.
 *
 * @param back whether the page ends there instead of beginning
 * @param urgent {@link LocalDateTime#MAX} for a row without a date
 */
record WorklistCursor(boolean back, boolean waiting, LocalDateTime urgent, String taskId) {

    /** After every row, backwards: task ids are digits and letters up to f. */
    static final WorklistCursor END = new WorklistCursor(true, true, LocalDateTime.MAX, "zzzzzzzz");

    private static final Pattern FORM =
            Pattern.compile("([fb])([rw])(never|\\d{4}-\\d\\d-\\d\\dT[0-9:.]{5,18})/([ -~]{1,64})");

    static WorklistCursor beside(WorklistRow row, boolean back) {
        LocalDateTime urgent = row.urgent();
        return new WorklistCursor(back, row.waiting(), urgent == null ? LocalDateTime.MAX : urgent, row.taskId());
    }

    static @Nullable WorklistCursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return read(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Refusal("Liên kết tới trang này không đúng; hãy mở lại danh sách từ trang đầu", e);
        }
    }

    private static WorklistCursor read(String place) {
        Matcher parts = FORM.matcher(place);
        if (!parts.matches()) {
            throw new IllegalArgumentException(place);
        }
        String urgent = parts.group(3);
        return new WorklistCursor(
                parts.group(1).equals("b"),
                parts.group(2).equals("w"),
                urgent.equals("never") ? LocalDateTime.MAX : LocalDateTime.parse(urgent),
                parts.group(4));
    }

    /** Safe in a URL. */
    @Override
    public String toString() {
        String place = (back ? "b" : "f")
                + (waiting ? "w" : "r")
                + (urgent.equals(LocalDateTime.MAX) ? "never" : urgent)
                + "/"
                + taskId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }
}
