package vn.motcua.statistics;

import java.util.List;

/**
 * One row of report II.06a/VPCP/KSTT (Thông tư 01/2020/TT-VPCP); the components are the columns 3 to 13 of the form.
 *
 * @param c3 received: total
 * @param c4 received online in the period
 * @param c5 received in person or by post in the period
 * @param c6 carried over from the period before
 * @param c7 resolved: total
 * @param c8 resolved early
 * @param c9 resolved on time
 * @param c10 resolved late
 * @param c11 in process: total
 * @param c12 in process within the limit, those waiting for the applicant included
 * @param c13 in process and overdue
 */
public record Ii06aRow(
        String group,
        long c3,
        long c4,
        long c5,
        long c6,
        long c7,
        long c8,
        long c9,
        long c10,
        long c11,
        long c12,
        long c13) {

    public static final List<String> COLUMNS =
            List.of("c3", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c11", "c12", "c13");

    /** The columns 3 to 13 in order. */
    public List<Long> cells() {
        return List.of(c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13);
    }

    /** Whether the form's identities hold and nothing is less than nothing, as sums that lost something may be. */
    boolean addsUp() {
        return cells().stream().allMatch(cell -> cell >= 0)
                && c3 == c4 + c5 + c6
                && c3 == c7 + c11
                && c7 == c8 + c9 + c10
                && c11 == c12 + c13;
    }

    /** This row and another as one, under this row's group. */
    public Ii06aRow plus(Ii06aRow other) {
        return new Ii06aRow(
                group,
                c3 + other.c3,
                c4 + other.c4,
                c5 + other.c5,
                c6 + other.c6,
                c7 + other.c7,
                c8 + other.c8,
                c9 + other.c9,
                c10 + other.c10,
                c11 + other.c11,
                c12 + other.c12,
                c13 + other.c13);
    }

    public static Ii06aRow empty(String group) {
        return new Ii06aRow(group, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
