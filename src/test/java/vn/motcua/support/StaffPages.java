package vn.motcua.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.motcua.support.DeskOffice.Visit;

/**
 * The pages that there are, each with somebody who may open it: what holds for all pages is tested on these. A new page is
 * one line here. In a path {code} is a dossier just filed and {task} its task at the counter, {asked} one about which another
 * agency was asked and {appraisal} its task, {intake} a dossier being entered and {filled} one that is ready to be checked.
 */
public enum StaffPages {
    LOGIN("", "/login"),
    LOGIN_ENDED("", "/login?ended"),
    FIGURES("", "/thong-ke?from=2026-01-01&to=2026-11-20"),
    FIGURES_OF_A_DEPARTMENT("counter", "/thong-ke?from=2026-01-01&to=2026-11-20&agency=H37.15"),
    FIND("", "/"),
    FIND_NOTHING("", "/?q=khong+co+gi"),
    FIND_IN_A_FIELD("counter", "/?q=in&level=TINH&sector=Xu%E1%BA%A5t+b%E1%BA%A3n%2C+In+v%C3%A0+Ph%C3%A1t+h%C3%A0nh"),
    PROCEDURE("", "/thu-tuc/1.003868"),
    TRACK("", "/track"),
    TRACK_BY_THE_PRINTED_CODE("", "/track?code={code}"),
    FIGURES_WRONG("", "/thong-ke?from=2026-02-31&to=2026-11-20"),
    PASSWORD("counter", "/password"),
    STAFF("admin", "/staff"),
    STAFF_NOTHING_FOUND("admin", "/staff?q=nobody.at.all"),
    LETTERS("admin", "/staff/letters"),
    STAFF_NEW("admin", "/staff/new"),
    STAFF_MEMBER("admin", "/staff/member/officer"),
    NOT_FOUND("counter", "/khong-co-trang-nay"),
    FORBIDDEN("counter", "/staff"),
    WORKLIST("counter", "/desk"),
    WORKLIST_OF_A_LEADER("leader", "/desk"),
    TASK("counter", "/desk/tasks/{task}"),
    DOSSIER("counter", "/desk/dossiers/{code}"),
    DOSSIER_OF_A_LEADER("leader", "/desk/dossiers/{code}"),
    FILES("counter", "/desk/dossiers/{code}/files"),
    ACTIONS("counter", "/desk/dossiers/{code}/actions"),
    ACTIONS_OF_AN_OFFICER("officer", "/desk/dossiers/{asked}/actions"),
    ACTIONS_OF_A_LEADER("leader", "/desk/dossiers/{asked}/actions"),
    TASK_BESIDE_AN_OPINION("officer", "/desk/tasks/{appraisal}"),
    DOSSIER_WITH_AN_OPINION("leader", "/desk/dossiers/{asked}"),
    PRINT_REFUSED("counter", "/desk/dossiers/{code}/print/refusal"),
    INTAKE("counter", "/desk/intake"),
    INTAKE_FORM("counter", "{intake}"),
    INTAKE_CHECK("counter", "{filled}/check"),
    SIGN("leader", "/desk/sign"),
    REGISTER("counter", "/desk/register"),
    PAYMENTS("manager", "/desk/payments"),
    REPORTS("manager", "/desk/reports?report=ii06c&period=FREE&from=2026-11-01&to=2026-11-20"),
    REPORTS_WRONG("leader", "/desk/reports?report=ii06a&period=M4&year=x&agency=khong-co"),
    REPORTS_LATE("leader", "/desk/reports?report=late&period=FREE&from=2026-11-01&to=2026-11-20"),
    REPORTS_OPERATIONAL("admin", "/desk/reports?report=operational&period=FREE&from=2026-11-01&to=2026-11-20"),
    REPORT_DOSSIERS("manager", "/desk/reports/dossiers?measure=OPEN&agency=H37.15&from=2026-11-01&to=2026-11-20"),
    REPORT_SIGN_OFF("manager", "/desk/reports/sign-off?report=ii06a&period=M11&year=2026");

    private static final String[] FILLED = {
        "desk-begun", "1", "desk-channel", "IN_PERSON", "applicantKind", "PERSON", "applicantName", "Nông Thị Hằng",
        "idNumber", "020099001234", "phone", "0987654321", "address", "Xã Hội Hoan", "content", "Đề nghị cấp giấy phép",
        "desk-result", "COUNTER", "paper-0-in", "1", "paper-0-originals", "1", "paper-0-copies", "2"
    };

    /** Whose page, empty for one that needs no account. */
    public final String who;

    private final String path;

    StaffPages(String who, String path) {
        this.who = who;
        this.path = path;
    }

    /** Its address in a language, once {@link #prepare} has filed the dossier. */
    public String address(Prepared prepared, String language) {
        String filled = path;
        for (Map.Entry<String, String> meant : prepared.meant().entrySet()) {
            filled = filled.replace("{" + meant.getKey() + "}", meant.getValue());
        }
        return filled + (filled.contains("?") ? "&" : "?") + "lang=" + language;
    }

    /** What the pages are about, and what on them is nobody's text but a name. */
    public record Prepared(Map<String, String> meant, List<String> names) {}

    public static Prepared prepare(DeskOffice office) {
        office.complete(
                office.filePublication(),
                "intake-check",
                "counter",
                Map.of("media", "printed", "units", 120, "subject", "none", "decision", "accept"));
        String code = office.filePublication();
        office.store.jdbc().sql("""
                        insert into motcua.outbox (kind, recipient, subject, body, created_at, state, attempts, problem, reply)
                        values ('accepted', 'nong.thi.hang@example.vn', '', '', '2026-11-20', 'failed', 2, 'refused',
                            '550 5.1.1 no such person')
                        """).update();
        String asked = asked(office);
        List<String> names = new ArrayList<>(List.of("Tiếng Việt"));
        for (String column : List.of(
                "full_name from motcua.staff",
                "name from motcua.agency",
                "name from motcua.procedure_version",
                "name from motcua.sector",
                "name from motcua.procedure_component",
                "name from motcua.work_item",
                "task_name from motcua.submission")) {
            names.addAll(office.store
                    .jdbc()
                    .sql("select distinct " + column)
                    .query(String.class)
                    .list());
        }
        Stream.of(
                        "Hội Văn học nghệ thuật tỉnh",
                        "Kỷ yếu 50 năm",
                        "Phường Lương Văn Tri, tỉnh Lạng Sơn",
                        "Người nộp",
                        "Nông Thị Hằng",
                        "Xã Hội Hoan, tỉnh Lạng Sơn",
                        "Xã Hội Hoan",
                        "Đề nghị cấp giấy phép",
                        "Cơ sở in có thuộc diện cấm?")
                .forEach(names::add);
        Visit counter = office.as("counter");
        String filled = begun(counter);
        counter.submit(filled, filled, FILLED);
        return new Prepared(
                Map.of(
                        "code",
                        code,
                        "task",
                        office.tasks(code).get(0).taskId(),
                        "asked",
                        asked,
                        "appraisal",
                        office.tasks(asked).get(0).taskId(),
                        "intake",
                        begun(counter),
                        "filled",
                        filled),
                List.copyOf(names));
    }

    private static String asked(DeskOffice office) {
        String code = office.fileAny("2.001740", DeskOffice.DEPARTMENT);
        office.complete(code, "intake-check", "counter", Map.of("decision", "accept"));
        office.as("officer")
                .submit(
                        "/desk/dossiers/" + code + "/actions",
                        "/desk/dossiers/" + code + "/actions/opinion",
                        "askedAgency",
                        "H37.CA",
                        "question",
                        "Cơ sở in có thuộc diện cấm?",
                        "answerDays",
                        "3");
        return code;
    }

    private static String begun(Visit counter) {
        return counter.location(counter.submit("/desk/intake", "/desk/intake", "procedure", "2.001740"));
    }
}
