package vn.motcua.sla;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.motcua.refusal.Refusal;

/** Where in a list a page ends: the moment it is ordered by, and the dossier's number. */
record Place(LocalDateTime at, long id) {

    static @Nullable Place parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        int end = text.lastIndexOf('~');
        try {
            return new Place(LocalDateTime.parse(text.substring(0, end)), Long.parseLong(text.substring(end + 1)));
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new Refusal("Liên kết tới trang này không đúng; hãy mở lại danh sách từ trang đầu", e);
        }
    }

    @Override
    public String toString() {
        return at + "~" + id;
    }
}
