package vn.motcua.workflow;

import static vn.motcua.workflow.Office.fields;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import vn.motcua.forms.FormDefinition;

/** Brings a dossier to the task of any form in {@code forms/}: of a publication, or of a postal licence on the general process. */
final class FormTasks {

    static final LocalDateTime MON_2_NOV_2026 = LocalDateTime.of(2026, 11, 2, 9, 0);

    /** Two own steps and one of the police side by side, then a leader; to be paid for. */
    static final String POSTAL_LICENCE = "1.003659";

    private static final String PUBLICATION = "non-business-publication-licence";
    private static final String START = "start";

    private final Office office;

    FormTasks(Office office) {
        this.office = office;
    }

    /** The forms of the build, as the folder has them. */
    static List<FormDefinition> forms() {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".form"))
                    .sorted()
                    .map(name -> FormDefinition.shipped(name.replace(".form", "")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isStart(FormDefinition form) {
        return form.id().endsWith("-" + START);
    }

    /** The task of a new dossier that is filled in with the form, filed on 2/11/2026 and gone as far as the task asks for. */
    Task reach(FormDefinition form) {
        office.store.clock().set(MON_2_NOV_2026);
        boolean publication = !form.id().startsWith("online-public-service");
        String task = form.id().replaceFirst("^(" + PUBLICATION + "|online-public-service|agency-step)-", "");
        String code = publication
                ? office.filePublication(task.equals("give-opinion") ? Map.of("subject", "police") : Map.of())
                : office.fileAny(POSTAL_LICENCE);
        walk(code, task, publication);
        return office.tasks(code).stream()
                .filter(open -> open.getTaskDefinitionKey().equals(task))
                .min((one, other) -> one.getName().compareTo(other.getName()))
                .orElseThrow(() -> new AssertionError("No way to the task of " + form.id()));
    }

    private void walk(String code, String task, boolean publication) {
        switch (task) {
            case "intake-check" -> {}
            case "await-papers" -> office.complete(code, "intake-check", checked(code, "supplement", publication));
            case "confirm-payment" -> office.complete(code, "intake-check", checked(code, "accept", publication));
            case "reappoint" -> warned(code, publication);
            case "overdue" -> {
                warned(code, publication);
                office.store.clock().set(office.wakesAt(code, "deadline-passed"));
                office.fire(code, "deadline-passed");
            }
            case "consider-withdrawal" -> {
                taken(code, publication);
                office.flow().askWithdrawal(code, "Lê Văn Nam", "Không còn nhu cầu");
            }
            case "receive-supplement" -> {
                taken(code, publication);
                office.complete(code, publication ? "appraisal" : "Thẩm định mẫu hợp đồng", Publications.incomplete());
            }
            case "leader-decision", "approve" -> examined(code, publication);
            case "hand-over" -> {
                examined(code, publication);
                office.complete(
                        code,
                        publication ? "leader-decision" : "approve",
                        fields("decision", publication ? "sign" : "approve"));
                office.runJobsOf(code);
            }
            default -> taken(code, publication);
        }
    }

    private Map<String, Object> checked(String code, String decision, boolean publication) {
        Map<String, Object> fields = fields("decision", decision);
        if (publication) {
            List.of("media", "units", "subject").forEach(key -> fields.put(key, office.field(code, key)));
        }
        if (decision.equals("supplement")) {
            fields.put("reason", "Thiếu đơn đề nghị");
        }
        return fields;
    }

    private void taken(String code, boolean publication) {
        office.complete(code, "intake-check", checked(code, "accept", publication));
        office.complete(code, "confirm-payment", Publications.paid());
    }

    private void examined(String code, boolean publication) {
        taken(code, publication);
        if (publication) {
            office.complete(code, "appraisal", Publications.approved());
            return;
        }
        for (String step : List.of("Thẩm định phương án kinh doanh", "Thẩm định mẫu hợp đồng")) {
            office.complete(code, step, fields("decision", "forward", "opinion", "Nội dung phù hợp"));
        }
        office.complete(
                code, "Ý kiến về bảo đảm an ninh", fields("decision", "agree", "opinion", "Không có nội dung mật"));
    }

    private void warned(String code, boolean publication) {
        taken(code, publication);
        office.store.clock().set(office.wakesAt(code, "warning-time"));
        office.fire(code, "warning-time");
    }
}
