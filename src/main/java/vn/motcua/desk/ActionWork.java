package vn.motcua.desk;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Dossier;
import vn.motcua.people.SignedIn;
import vn.motcua.workflow.DossierFlow;

/** Sends the process of a dossier the messages of people. */
@Component
@ConditionalOnWebApplication
class ActionWork {

    private final TaskWork work;
    private final DossierFlow flow;
    private final Procedures procedures;

    ActionWork(TaskWork work, DossierFlow flow, Procedures procedures) {
        this.work = work;
        this.flow = flow;
        this.procedures = procedures;
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
                                ((Number) fields.getOrDefault("amount", 0)).intValue(),
                                text(fields, "legalBasis"),
                                text(fields, "approver"),
                                who.username()));
            case WITHDRAWAL ->
                work.act(
                        code,
                        "Ghi nhận đề nghị rút hồ sơ",
                        () -> flow.askWithdrawal(code, who.username(), text(fields, "withdrawalReason")));
            default -> throw new IllegalArgumentException(action + " is done with a task");
        };
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

    private static String text(Map<String, Object> fields, String key) {
        return String.valueOf(fields.getOrDefault(key, ""));
    }
}
