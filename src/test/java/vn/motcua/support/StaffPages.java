package vn.motcua.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The pages that there are, each with somebody who may open it: what holds for all pages is tested on these. A new page is
 * one line here. In a path {code} is a dossier just filed and {task} its task at the counter.
 */
public enum StaffPages {
    LOGIN("", "/login"),
    LOGIN_ENDED("", "/login?ended"),
    FIGURES("", "/?from=2026-01-01&to=2026-11-20"),
    FIGURES_OF_A_DEPARTMENT("counter", "/?from=2026-01-01&to=2026-11-20&agency=H37.15"),
    FIGURES_WRONG("", "/?from=2026-02-31&to=2026-11-20"),
    PASSWORD("counter", "/password"),
    STAFF("admin", "/staff"),
    STAFF_NOTHING_FOUND("admin", "/staff?q=nobody.at.all"),
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
    INTAKE("counter", "/desk/intake"),
    SIGN("leader", "/desk/sign"),
    REGISTER("counter", "/desk/register");

    /** Whose page, empty for one that needs no account. */
    public final String who;

    private final String path;

    StaffPages(String who, String path) {
        this.who = who;
        this.path = path;
    }

    /** Its address in a language, once {@link #prepare} has filed the dossier. */
    public String address(Prepared prepared, String language) {
        String filled = path.replace("{code}", prepared.code()).replace("{task}", prepared.task());
        return filled + (filled.contains("?") ? "&" : "?") + "lang=" + language;
    }

    /** What the pages are about, and what on them is nobody's text but a name. */
    public record Prepared(String code, String task, List<String> names) {}

    public static Prepared prepare(DeskOffice office) {
        office.complete(
                office.filePublication(),
                "intake-check",
                "counter",
                Map.of("media", "printed", "units", 120, "subject", "none", "decision", "accept"));
        String code = office.filePublication();
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
        Stream.of("Hội Văn học nghệ thuật tỉnh", "Kỷ yếu 50 năm", "Phường Lương Văn Tri, tỉnh Lạng Sơn", "Người nộp")
                .forEach(names::add);
        return new Prepared(code, office.tasks(code).get(0).taskId(), List.copyOf(names));
    }
}
