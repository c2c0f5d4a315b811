package vn.motcua.workflow;

import java.util.HashMap;
import java.util.Map;

/** What applicants fill in. */
final class Papers {

    private Papers() {}

    /** The start form of a non-business publication, with some fields filled in otherwise. */
    static Map<String, Object> publication(Object... others) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "channel", "ONLINE",
                "applicantKind", "ORGANISATION",
                "applicantName", "Hội Văn học nghệ thuật tỉnh",
                "phone", "0912345678",
                "address", "Phường Lương Văn Tri, tỉnh Lạng Sơn",
                "title", "Kỷ yếu 50 năm",
                "media", "printed",
                "units", 120));
        fields.putAll(Map.of("purpose", "Lưu hành nội bộ", "summary", "Kỷ yếu hoạt động của Hội", "subject", "none"));
        fields.putAll(Office.fields(others));
        return fields;
    }
}
