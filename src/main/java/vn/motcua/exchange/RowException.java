package vn.motcua.exchange;

import org.jspecify.annotations.Nullable;

/** A row that cannot be taken in; its reader lists it and goes on. */
final class RowException extends RuntimeException {

    private final @Nullable String column;

    RowException(@Nullable String column, String reason) {
        super(reason, null, false, false);
        this.column = column;
    }

    RowProblem at(long line) {
        return new RowProblem(line, column, String.valueOf(getMessage()));
    }
}
