package vn.motcua.statistics;

/** By what the rows of a report are grouped. */
public enum GroupBy {
    /** One row, "all". */
    NONE("'all'"),
    /** By handling agency (MaDonVi). */
    AGENCY("a.code"),
    /** By field (LinhVuc). */
    SECTOR("s.name"),
    /** By procedure (MaTTHC). */
    PROCEDURE("v.procedure_code");

    private final String sql;

    GroupBy(String sql) {
        this.sql = sql;
    }

    /** The group's expression on agency a, sector s, version v. */
    String sql() {
        return sql;
    }
}
