package vn.motcua.people;

import java.util.Arrays;
import java.util.Optional;

/** What somebody works as; the code is the candidate group of the processes. */
public enum StaffGroup {
    COUNTER("counter", "Bộ phận một cửa"),
    OFFICER("officer", "Cán bộ chuyên môn"),
    LEADER("leader", "Lãnh đạo"),
    MANAGER("manager", "Người quản lý"),
    ADMIN("admin", "Quản trị viên");

    private final String code;
    private final String vietnamese;

    StaffGroup(String code, String vietnamese) {
        this.code = code;
        this.vietnamese = vietnamese;
    }

    public String code() {
        return code;
    }

    /** As the engine is told it; our pages have it in both languages. */
    public String vietnamese() {
        return vietnamese;
    }

    public static Optional<StaffGroup> ofCode(String code) {
        return Arrays.stream(values()).filter(group -> group.code.equals(code)).findFirst();
    }
}
