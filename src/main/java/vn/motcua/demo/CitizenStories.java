package vn.motcua.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.calendar.WorkingTime;

/** What was filed from the account of somebody who files: one dossier in each state that such a person meets, and a draft. */
final class CitizenStories {

    private static final String COMMUNE = DemoPeople.COMMUNES.get(0);

    private static final Map<String, Object> HERSELF = Map.of(
            "idNumber", "020185004321",
            "phone", "0912004321",
            "address", "Số 12, đường Bắc Sơn, phường Lương Văn Tri, tỉnh Lạng Sơn");

    /** So many minutes of office time into a working day so many before today; of day 0 so many minutes ago, at any hour. */
    private record When(int daysBack, int minutes, Move move) {}

    private final WorkingTime time;
    private final LocalDateTime now;

    CitizenStories(WorkingTime time, LocalDateTime now) {
        this.time = time;
        this.now = now;
    }

    List<DemoStory> all() {
        return List.of(
                story("1.003114", DemoPeople.DEPARTMENT, "Đăng ký phát hành sách tại hiệu sách Bắc Sơn", returned()),
                story("1.001193", COMMUNE, "Đăng ký khai sinh cho con: Nông Minh Khôi, sinh tại Lạng Sơn", resolved()),
                publication(
                        new When(4, 60, Move.FILE),
                        new When(4, 100, Move.ACCEPT),
                        new When(4, 130, Move.PAY),
                        new When(2, 90, Move.ASK_SUPPLEMENT)),
                story(
                        "1.001612",
                        COMMUNE,
                        "Đăng ký hộ kinh doanh: hiệu sách Bắc Sơn",
                        new When(2, 30, Move.FILE),
                        new When(2, 95, Move.ACCEPT)),
                story(
                        "1.004873",
                        COMMUNE,
                        "Xác nhận tình trạng hôn nhân để làm hồ sơ vay vốn",
                        new When(0, 50, Move.FILE)),
                story("1.003725", DemoPeople.DEPARTMENT, "Nhập 40 cuốn sách", new When(0, 1_200, Move.DRAFT)));
    }

    private static When[] returned() {
        return new When[] {
            new When(12, 45, Move.FILE),
            new When(12, 120, Move.ACCEPT),
            new When(8, 60, Move.APPRAISE),
            new When(7, 90, Move.SIGN),
            new When(7, 150, Move.ATTACH_RESULT),
            new When(6, 30, Move.HAND_OVER),
            new When(5, 100, Move.RATE)
        };
    }

    private static When[] resolved() {
        return new When[] {
            new When(3, 30, Move.FILE),
            new When(3, 60, Move.ACCEPT),
            new When(3, 200, Move.APPRAISE),
            new When(3, 330, Move.SIGN),
            new When(3, 345, Move.ATTACH_RESULT)
        };
    }

    private DemoStory story(String procedure, String agency, String content, When... steps) {
        Map<String, Object> fields = new HashMap<>(HERSELF);
        fields.put("content", content);
        return story(procedure, agency, fields, steps);
    }

    /** She files it for a society. */
    private DemoStory publication(When... steps) {
        return story(
                "1.003868",
                DemoPeople.DEPARTMENT,
                Map.of(
                        "applicantName", "Hội Khuyến học phường Lương Văn Tri",
                        "idNumber", "4900123456",
                        "phone", "0912004321",
                        "address", "Số 3, đường Trần Đăng Ninh, phường Lương Văn Tri, tỉnh Lạng Sơn",
                        "title", "Kỷ yếu 10 năm phong trào khuyến học",
                        "media", "printed",
                        "subject", "none",
                        "units", "96",
                        "purpose", "Lưu hành nội bộ, không bán",
                        "summary", "Hoạt động và gương học tập của phường trong mười năm."),
                steps);
    }

    private DemoStory story(String procedure, String agency, Map<String, Object> fields, When... steps) {
        List<DemoStory.Step> dated = new ArrayList<>();
        for (When step : steps) {
            dated.add(new DemoStory.Step(moment(step), step.move()));
        }
        return new DemoStory(procedure, agency, fields, dated, true).until(now);
    }

    private LocalDateTime moment(When when) {
        if (when.daysBack() == 0) {
            return now.minusMinutes(when.minutes());
        }
        LocalDate day = now.toLocalDate();
        for (int back = when.daysBack(); back > 0; ) {
            day = day.minusDays(1);
            back -= time.calendar().isWorkingDay(day) ? 1 : 0;
        }
        return time.plus(day.atTime(7, 0), Duration.ofMinutes(when.minutes()));
    }
}
