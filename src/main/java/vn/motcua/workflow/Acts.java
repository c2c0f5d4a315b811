package vn.motcua.workflow;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ProcessEngineServicesAware;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.engine.FiledWith;

/** Reads from an execution which dossier is meant, who acts and why: from the fields submitted in this transaction. */
final class Acts {

    /** Who acts when a timer does. */
    static final String SYSTEM = "Hệ thống";

    private static final String LAPSED = "Quá thời hạn mà người nộp chưa bổ sung đủ giấy tờ";

    /** A legal extension as its message brings it. */
    record Extension(int amount, String legalBasis, String approver) {
        Dossier on(Dossiers dossiers, String code, Act act) {
            return dossiers.extend(code, amount, legalBasis, approver, act);
        }
    }

    private Acts() {}

    static String code(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    static Act of(DelegateExecution execution) {
        return Act.by(actor(execution)).because(text(execution, "reason"));
    }

    /** A timer gives no reason of its own; the only thing that timers end is the wait for papers. */
    static Act ending(DelegateExecution execution) {
        Act act = of(execution);
        return act.reason() == null && act.actor().equals(SYSTEM) ? act.because(LAPSED) : act;
    }

    static Extension extension(DelegateExecution execution) {
        Object amount = execution.getVariable("amount");
        return new Extension(
                amount instanceof Number number ? number.intValue() : 0,
                Objects.requireNonNullElse(text(execution, "legalBasis"), ""),
                Objects.requireNonNullElse(text(execution, "approver"), ""));
    }

    static LocalDate appointment(DelegateExecution execution) {
        String day = text(execution, "appointment");
        try {
            return LocalDate.parse(day == null ? "" : day);
        } catch (DateTimeParseException e) {
            throw new Refusal("Hãy nhập ngày hẹn lại", e);
        }
    }

    /** Who acts: who came with the message or filing, else who is logged in, else the system. */
    static String actor(DelegateExecution execution) {
        String named = text(execution, "actor");
        String filing = FiledWith.actor();
        return named != null ? named : filing != null ? filing : person(execution);
    }

    /** Who does something to a task: who is logged in, else the system. */
    static String actor(DelegateTask task) {
        return person(task);
    }

    private static String person(ProcessEngineServicesAware at) {
        Authentication person =
                at.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return person == null || person.getUserId() == null ? SYSTEM : person.getUserId();
    }

    private static @Nullable String text(DelegateExecution execution, String name) {
        return execution.getVariable(name) instanceof String text && !text.isBlank() ? text : null;
    }
}
