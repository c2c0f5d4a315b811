package vn.motcua.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Submissions;
import vn.motcua.files.FileShelf;
import vn.motcua.people.Staff;
import vn.motcua.people.StaffGroup;
import vn.motcua.people.StaffMember;
import vn.motcua.workflow.DossierFlow;
import vn.motcua.workflow.EngineLogin;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** Does what staff and applicants of the demo do, by the same ways that are open to them. */
@Component
@ConditionalOnProperty("motcua.demo")
class DemoStaff {

    private static final List<String> OFFICER_TASKS = List.of("appraisal", "handle", "give-opinion");
    private static final List<String> LEADER_TASKS = List.of("leader-decision", "approve");
    private static final int MOST_STAGES = 10;

    private final DossierFlow flow;
    private final WorkItems items;
    private final Dossiers dossiers;
    private final Submissions submissions;
    private final Agencies agencies;
    private final Staff staff;
    private final EngineLogin login;
    private final SampleFiles samples;

    DemoStaff(
            DossierFlow flow,
            WorkItems items,
            Dossiers dossiers,
            Submissions submissions,
            Agencies agencies,
            Staff staff,
            EngineLogin login,
            SampleFiles samples) {
        this.flow = flow;
        this.items = items;
        this.dossiers = dossiers;
        this.submissions = submissions;
        this.agencies = agencies;
        this.staff = staff;
        this.login = login;
        this.samples = samples;
    }

    String file(DemoStory story) {
        String applicant = String.valueOf(story.start().get("applicantName"));
        return flow.file(story.procedure(), story.agency(), story.start(), applicant, null);
    }

    void act(String code, Move move) {
        switch (move) {
            case DRAFT, FILE, RATE -> throw new IllegalArgumentException(move + " is for applicants: " + code);
            case ACCEPT -> complete(code, "intake-check", withSubject(code, Map.of("decision", "accept")));
            case NOT_ACCEPT ->
                complete(
                        code,
                        "intake-check",
                        withSubject(code, Map.of("decision", "reject", "reason", "Không thuộc thẩm quyền giải quyết")));
            case ASK_PAPERS_AT_INTAKE ->
                complete(
                        code,
                        "intake-check",
                        withSubject(code, Map.of("decision", "supplement", "reason", "Thiếu chữ ký trong đơn")));
            case PAY -> complete(code, "confirm-payment", Map.of("decision", "paid", "receiptNumber", "BL-" + code));
            case APPRAISE -> appraise(code);
            case ASK_SUPPLEMENT -> askSupplement(code);
            case BRING_SUPPLEMENT ->
                complete(code, "receive-supplement", Map.of("receivedPapers", "Đã nộp đủ bản sao"));
            case SIGN -> decide(code, "sign", "approve", Map.of());
            case REFUSE -> decide(code, "refuse", "refuse", Map.of("reason", "Nội dung không phù hợp quy định"));
            case WITHDRAW -> withdraw(code);
            case ATTACH_RESULT -> attachResult(code);
            case HAND_OVER -> complete(code, "hand-over", Map.of("receiver", "Người nộp"));
        }
    }

    private void appraise(String code) {
        for (int stage = 0; stage < MOST_STAGES; stage++) {
            List<WorkItem> open = open(code).stream()
                    .filter(item -> OFFICER_TASKS.contains(item.taskKey()))
                    .toList();
            open.forEach(item -> complete(
                    item,
                    Map.of(
                            "decision",
                            switch (item.taskKey()) {
                                case "appraisal" -> "approve";
                                case "handle" -> "forward";
                                default -> "agree";
                            },
                            "opinion",
                            "Hồ sơ đủ điều kiện theo quy định")));
        }
    }

    private void askSupplement(String code) {
        open(code).stream()
                .filter(item ->
                        item.taskKey().equals("appraisal") || item.taskKey().equals("handle"))
                .findFirst()
                .ifPresent(item -> complete(
                        item,
                        Map.of(
                                "decision", "supplement",
                                "opinion", "Cần bổ sung giấy tờ",
                                "reason", missing(item))));
    }

    private static String missing(WorkItem item) {
        return item.taskKey().equals("appraisal")
                ? "Bản thảo chưa đóng dấu từng tờ; đề nghị gửi lại bản thảo có đóng dấu"
                : "Thiếu bản sao có chứng thực của giấy tờ kèm theo";
    }

    private void decide(String code, String publication, String any, Map<String, Object> more) {
        open(code).stream()
                .filter(item -> LEADER_TASKS.contains(item.taskKey()))
                .findFirst()
                .ifPresent(item -> {
                    Map<String, Object> fields = new HashMap<>(more);
                    fields.put("decision", item.taskKey().equals("approve") ? any : publication);
                    complete(item, fields);
                });
    }

    private void withdraw(String code) {
        flow.askWithdrawal(code, dossiers.get(code).applicant().name(), "Không còn nhu cầu");
        complete(code, "consider-withdrawal", Map.of("decision", "agree"));
    }

    private void attachResult(String code) {
        Dossier dossier = dossiers.get(code);
        String clerk = member(dossier.agencyId(), StaffGroup.COUNTER).orElseThrow();
        samples.attach(AttachmentHolder.dossier(dossier.id()), FileShelf.RESULT, SampleFiles.RESULT, clerk);
    }

    /** The desk confirms what a publication's start form says of its medium and subject. */
    private Map<String, Object> withSubject(String code, Map<String, Object> fields) {
        Map<String, Object> filed = submissions.fields(dossiers.get(code).id());
        Map<String, Object> all = new HashMap<>(fields);
        List.of("media", "units", "subject").forEach(key -> {
            if (filed.get(key) != null) {
                all.put(key, filed.get(key));
            }
        });
        return all;
    }

    private void complete(String code, String taskKey, Map<String, Object> fields) {
        open(code).stream()
                .filter(item -> item.taskKey().equals(taskKey))
                .findFirst()
                .ifPresent(item -> complete(item, fields));
    }

    private void complete(WorkItem item, Map<String, Object> fields) {
        login.as(worker(item), () -> {
            flow.complete(item.taskId(), fields);
            return item;
        });
    }

    private List<WorkItem> open(String code) {
        return items.of(dossiers.get(code).id());
    }

    private String worker(WorkItem item) {
        return member(item.agencyId(), StaffGroup.ofCode(item.staffGroup()).orElseThrow())
                .orElseThrow(() -> new IllegalStateException(
                        "Nobody at " + agencies.get(item.agencyId()).code() + " for " + item.taskKey()));
    }

    private Optional<String> member(int agency, StaffGroup group) {
        return staff.inAgencies(List.of(agency)).stream()
                .filter(member -> member.group() == group)
                .map(StaffMember::username)
                .findFirst();
    }
}
