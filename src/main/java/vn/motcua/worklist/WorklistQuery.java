package vn.motcua.worklist;

import org.jspecify.annotations.Nullable;
import vn.motcua.refusal.Refusal;

/**
 * A question for a page of the worklist.
 *
 * @param cursor where another page said that this one is, null for the first
 * @param size how many rows, from 1 to {@value #MOST}
 */
public record WorklistQuery(
        WorklistScope scope,
        WorklistTab tab,
        WorklistFilter filter,
        @Nullable String cursor,
        int size) {

    public static final int MOST = 200;

    public WorklistQuery {
        if (size < 1 || size > MOST) {
            throw new Refusal("Mỗi trang có từ 1 đến %d dòng; hãy chọn lại số dòng".formatted(MOST));
        }
    }

    public WorklistQuery at(@Nullable String otherCursor) {
        return new WorklistQuery(scope, tab, filter, otherCursor, size);
    }
}
