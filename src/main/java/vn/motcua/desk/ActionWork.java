package vn.motcua.desk;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.people.SignedIn;
import vn.motcua.workflow.Consultation;
import vn.motcua.workflow.DossierFlow;

/** Sends the process of a dossier the messages of people. */
@Component
@ConditionalOnWebApplication
class ActionWork {

    private final TaskWork work;
    private final DossierFlow flow;
    private final Procedures procedures;
    private final Dossiers dossiers;
    private final AskedAgencies agencies;

    ActionWork(TaskWork work, DossierFlow flow, Procedures procedures, Dossiers dossiers, AskedAgencies agencies) {
        this.work = work;
        this.flow = flow;
        this.procedures = procedures;
        this.dossiers = dossiers;
        this.agencies = agencies;
    }

    /** @param fields as the form of the action accepted them */
    TaskDone done(SignedIn who, DossierAction action, String code, Map<String, Object> fields) {
        return switch (action) {
            case EXTENSION ->
                work.act(
                        code,
                        "Gia hạn giải quyết",
                        () -> flow.extend(
                                code,
                                number(fields, "amount"),
                                text(fields, "legalBasis"),
                                text(fields, "approver"),
                                who.username()));
            case WITHDRAWAL ->
                work.act(
                        code,
                        "Ghi nhận đề nghị rút hồ sơ",
                        () -> flow.askWithdrawal(code, who.username(), text(fields, "withdrawalReason")));
            case OPINION ->
                work.act(
                        code,
                        "Lấy ý kiến cơ quan khác",
                        () -> flow.askOpinion(code, question(code, fields), who.username()));
            default -> throw new IllegalArgumentException(action + " is done with a task");
        };
    }

    private Consultation.Question question(String code, Map<String, Object> fields) {
        return new Consultation.Question(
                agencies.get(dossiers.get(code), text(fields, AskedAgencies.FIELD)),
                text(fields, "question"),
                number(fields, "answerDays"));
    }

    String notAwaited(DossierAction action, String code) {
        return (action == DossierAction.PAYMENT_RECEIVED
                        ? "Hồ sơ %s không chờ nộp phí; hãy xem lại trạng thái hồ sơ"
                        : "Hồ sơ %s không chờ bổ sung giấy tờ; hãy xem lại trạng thái hồ sơ")
                .formatted(code);
    }

    LimitUnit unit(Dossier dossier) {
        return procedures.get(dossier.versionId()).definition().limit().unit();
    }

    private static int number(Map<String, Object> fields, String key) {
        return ((Number) fields.getOrDefault(key, 0)).intValue();
    }

    private static String text(Map<String, Object> fields, String key) {
        return String.valueOf(fields.getOrDefault(key, ""));
    }
}
