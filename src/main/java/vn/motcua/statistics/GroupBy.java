package vn.motcua.statistics;

/** By what the rows of a report are grouped. */
public enum GroupBy {
    /** One row, "all". */
    NONE("'all'", "0", ""),
    /** By handling agency (MaDonVi). */
    AGENCY("a.code", "agency_id", "join motcua.agency a on a.id = number"),
    /** By field (LinhVuc). */
    SECTOR("s.name", "sector_id", "join motcua.sector s on s.id = number"),
    /** By procedure (MaTTHC). */
    PROCEDURE("v.procedure_code", "version_id", "join motcua.procedure_version v on v.id = number"),
    /** By service level (MucDo), 1 to 4, of the version that each dossier was received under. */
    LEVEL("v.service_level::text", "version_id", "join motcua.procedure_version v on v.id = number");

    private static final String OF_AGENCIES = "agency_id = any (:agencies) and sector_id = 0 and version_id = 0";
    private static final String SECTORS = "sector_id = any (array(select id from motcua.sector)) and version_id = 0";
    private static final String OF_SECTORS = "agency_id = 0 and " + SECTORS;
    private static final String OF_VERSIONS =
            "agency_id = 0 and sector_id = 0 and version_id = any (array(select id from motcua.procedure_version))";

    private final String sql;
    private final String number;
    private final String names;

    GroupBy(String sql, String number, String names) {
        this.sql = sql;
        this.number = number;
        this.names = names;
    }

    /** The group's expression on agency a, sector s, version v. */
    String sql() {
        return sql;
    }

    /** The column of a figure by which it is added up. */
    String number() {
        return number;
    }

    /** Where the expression of the group is found for a number. */
    String names() {
        return names;
    }

    /** Which figures add up to a report of all agencies or of some. */
    String figures(boolean everywhere) {
        return switch (this) {
            case NONE -> everywhere ? OF_SECTORS : OF_AGENCIES;
            case AGENCY -> OF_AGENCIES;
            case SECTOR -> everywhere ? OF_SECTORS : "agency_id = any (:agencies) and " + SECTORS;
            case PROCEDURE, LEVEL -> OF_VERSIONS;
        };
    }
}
