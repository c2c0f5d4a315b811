package vn.motcua.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** The level of government; the district level ended on 1/7/2025 (Nghị quyết 202/2025/QH15). */
public enum AgencyLevel {
    /** The province and its departments. */
    PROVINCE("TINH"),
    DISTRICT("HUYEN"),
    COMMUNE("XA");

    private final String code;

    AgencyLevel(String code) {
        this.code = code;
    }

    /** The code of the national catalogues: TINH, HUYEN, XA. */
    public String code() {
        return code;
    }

    public static Optional<AgencyLevel> ofCode(String code) {
        return Arrays.stream(values()).filter(level -> level.code.equals(code)).findFirst();
    }
}
