package vn.motcua.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invented people and organisations with what they file; nobody real. */
final class DemoApplicants {

    private static final List<String> FAMILY =
            List.of("Nguyễn", "Hoàng", "Nông", "Vi", "Lương", "Hứa", "Chu", "Dương", "Triệu", "Lý", "Đàm", "Phùng");
    private static final List<String> MIDDLE = List.of("Văn", "Thị", "Đức", "Ngọc", "Quốc", "Thu", "Minh", "Hồng");
    private static final List<String> GIVEN =
            List.of("An", "Bình", "Cường", "Dung", "Hà", "Hạnh", "Khánh", "Liên", "Mai", "Nam", "Oanh", "Sơn", "Yến");
    private static final List<String> ORGANISATIONS = List.of(
            "Hội Văn học nghệ thuật tỉnh",
            "Trường THPT Việt Bắc",
            "Công ty TNHH In Đông Bắc",
            "Hội Khuyến học tỉnh",
            "Công ty cổ phần Phát hành sách Xứ Lạng",
            "Chùa Thành",
            "Liên đoàn Lao động tỉnh");
    private static final List<String> TITLES = List.of(
            "Kỷ yếu 50 năm thành lập",
            "Sổ tay tuyên truyền bảo vệ rừng",
            "Tài liệu tập huấn chuyển đổi số cho cán bộ xã",
            "Lịch sử lực lượng vũ trang huyện",
            "Tờ gấp giới thiệu lễ hội Kỳ Cùng – Tả Phủ",
            "Cẩm nang phòng, chống thiên tai");
    private static final List<String> SUBJECTS = List.of("none", "none", "none", "military", "party-history", "police");
    private static final List<String> PLACES =
            List.of("phường Lương Văn Tri", "phường Đông Kinh", "xã Bắc Sơn", "xã Đồng Đăng", "xã Hữu Lũng");

    private final Random random;

    DemoApplicants(Random random) {
        this.random = random;
    }

    /** The fields of the start form of the procedure's process. */
    Map<String, Object> next(String procedure) {
        boolean publication = procedure.equals("1.003868");
        boolean organisation = publication || procedure.startsWith("2.001") || procedure.equals("1.003659");
        Map<String, Object> fields = new HashMap<>(Map.of(
                "channel", random.nextInt(3) == 0 ? "IN_PERSON" : "ONLINE",
                "applicantKind", organisation ? "ORGANISATION" : "PERSON",
                "applicantName", organisation ? any(ORGANISATIONS) : person(),
                "phone", "09%08d".formatted(random.nextInt(100_000_000)),
                "address", "Số %d, %s, tỉnh Lạng Sơn".formatted(1 + random.nextInt(200), any(PLACES))));
        if (publication) {
            fields.putAll(Map.of(
                    "title",
                    any(TITLES),
                    "media",
                    "printed",
                    "units",
                    20 + random.nextInt(280),
                    "printRun",
                    100 * (1 + random.nextInt(10)),
                    "purpose",
                    "Lưu hành nội bộ, không bán",
                    "summary",
                    "Tài liệu phục vụ hoạt động của đơn vị, không có nội dung bí mật nhà nước.",
                    "subject",
                    any(SUBJECTS)));
        } else {
            fields.put("content", "Đề nghị giải quyết theo quy định");
        }
        return fields;
    }

    private String person() {
        return "%s %s %s".formatted(any(FAMILY), any(MIDDLE), any(GIVEN));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
