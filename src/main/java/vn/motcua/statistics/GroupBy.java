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

    private static final String OF_AGENCIES = "agency_id = any (:agencies) and sector_id = 0 and version_id = 0";
    private static final String SECTORS = "sector_id = any (array(select id from motcua.sector)) and version_id = 0";
    private static final String OF_VERSIONS =
            "agency_id = 0 and sector_id = 0 and version_id = any (array(select id from motcua.procedure_version))";

    private final String sql;

    GroupBy(String sql) {
        this.sql = sql;
    }

    /** The group's expression on agency a, sector s, version v. */
    String sql() {
        return sql;
    }

    /** Which figures add up to a report of all agencies or of some. */
    String figures(boolean everywhere) {
        return switch (this) {
            case NONE, AGENCY -> OF_AGENCIES;
            case SECTOR -> (everywhere ? "agency_id = 0 and " : "agency_id = any (:agencies) and ") + SECTORS;
            case PROCEDURE -> OF_VERSIONS;
        };
    }
}
