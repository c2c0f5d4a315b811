package vn.motcua.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Why a row of a file is refused.
 *
 * @param line the line of the file on which the row begins, from 1 (the header)
 * @param column the name of the column, null where it is the row as a whole
 */
public record RowProblem(long line, @Nullable String column, String reason) {

    /** "dòng 17, cột NgayTiepNhan: …". */
    public String vietnamese() {
        return "dòng " + line + (column == null ? "" : ", cột " + column) + ": " + reason;
    }
}
