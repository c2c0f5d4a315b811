package vn.motcua.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.engine.CompleteWork;
import vn.motcua.workflow.engine.EngineRoom;
import vn.motcua.workflow.engine.FiledWith;
import vn.motcua.workflow.engine.RefusalsAsAnswers;
import vn.motcua.worklist.WorkItems;

/**
 * Dossiers on their processes, for our own pages: file one, complete a task, bring what was asked for. Each is one
 * transaction of dossier, ledger and engine; what is refused throws a {@link Refusal} and changes nothing.
 */
@EngineRoom
public class DossierFlow {

    /** The process of every procedure that has none of its own. */
    private static final String GENERAL = "online-public-service";

    private final ProcessEngine engine;
    private final Dossiers dossiers;
    private final WorkItems items;
    private final Procedures procedures;
    private final Consultation consultation;
    private final Clock clock;

    /** @param models deployed before anything is filed */
    DossierFlow(
            ProcessEngine engine,
            ModelDeployment models,
            Dossiers dossiers,
            WorkItems items,
            Procedures procedures,
            Consultation consultation,
            Clock clock) {
        this.engine = engine;
        this.dossiers = dossiers;
        this.items = items;
        this.procedures = procedures;
        this.consultation = consultation;
        this.clock = clock;
    }

    /**
     * Files a dossier with an agency and starts its process.
     *
     * @param fields the start form of the process
     * @param key the caller's own key: the same filing again with it is the same dossier
     * @return the dossier code
     */
    @Transactional
    public String file(
            String procedure, String agency, Map<String, Object> fields, String actor, @Nullable String key) {
        Optional<Dossier> done = key == null ? Optional.empty() : dossiers.findFiled(key);
        if (done.isPresent()) {
            return done.get().code();
        }
        String own = procedures
                .getInForce(procedure, LocalDate.now(clock))
                .definition()
                .processId();
        Map<String, Object> form = new HashMap<>(fields);
        if (own == null) {
            form.put("procedure", procedure);
        }
        ProcessInstance started = refusing(() -> FiledWith.during(agency, actor, key, () -> engine.getRuntimeService()
                .createProcessInstanceByKey(own == null ? GENERAL : own)
                .setVariables(form)
                .execute()));
        return started.getBusinessKey();
    }

    /** Takes and completes a task with the fields of its form, as whoever is logged in to the engine. */
    @Transactional
    public void complete(String taskId, Map<String, Object> fields) {
        refusing(() -> {
            CompleteWork.of(engine, taskId, fields, items);
            return taskId;
        });
    }

    /** The papers asked for have come, as through the portal. */
    @Transactional
    public void supplementReceived(String code, String actor) {
        send("supplement-received", code, Map.of("actor", actor), "Hồ sơ %s không chờ bổ sung giấy tờ");
    }

    /** The fee was paid, as a payment gateway reports it. */
    @Transactional
    public void paymentReceived(String code, String actor) {
        send("payment-received", code, Map.of("actor", actor), "Hồ sơ %s không chờ nộp phí");
    }

    /** Whether the process of the dossier would go on with a payment now. */
    public boolean awaitsPayment(String code) {
        return engine.getRuntimeService()
                        .createExecutionQuery()
                        .messageEventSubscriptionName("payment-received")
                        .processInstanceBusinessKey(code)
                        .count()
                > 0;
    }

    /** The applicant wants the dossier back; possible until the decision. */
    @Transactional
    public void askWithdrawal(String code, String actor, String reason) {
        send(
                "withdrawal-asked",
                code,
                Map.of("actor", actor, "reason", reason),
                "Hồ sơ %s đã có quyết định hoặc đã kết thúc, không rút được nữa");
    }

    /** @param amount in the unit of the limit, 1 or more */
    @Transactional
    public void extend(String code, int amount, String legalBasis, String approver, String actor) {
        send(
                "extension-granted",
                code,
                Map.of("actor", actor, "amount", amount, "legalBasis", legalBasis, "approver", approver),
                "Hồ sơ %s đã có quyết định hoặc đã kết thúc, không gia hạn được nữa");
    }

    /** Asks another agency for its opinion; the dossier goes on meanwhile. Possible from acceptance until the decision. */
    @Transactional
    public void askOpinion(String code, Consultation.Question question, String actor) {
        send(
                "opinion-asked",
                code,
                consultation.ask(dossiers.lock(code), question, actor),
                "Hồ sơ %s đã có quyết định hoặc đã kết thúc, không lấy ý kiến được nữa");
    }

    /** The process that dossiers of the procedure run on. */
    public static String process(ProcedureDefinition procedure) {
        return Objects.requireNonNullElse(procedure.processId(), GENERAL);
    }

    private void send(String message, String code, Map<String, Object> content, String impossible) {
        dossiers.lock(code);
        MessageCorrelationBuilder correlation =
                engine.getRuntimeService().createMessageCorrelation(message).processInstanceBusinessKey(code);
        content.forEach((name, value) -> correlation.setVariable(name, Variables.untypedValue(value, true)));
        try {
            refusing(correlation::correlateWithResult);
        } catch (MismatchingMessageCorrelationException e) {
            throw new Refusal(impossible.formatted(code), e);
        }
    }

    private static <T> T refusing(Supplier<T> command) {
        try {
            return command.get();
        } catch (OptimisticLockingException overtaken) {
            throw new Refusal("Hồ sơ vừa được người khác xử lý; hãy tải lại trang rồi làm lại", overtaken);
        } catch (RuntimeException failure) {
            Refusal refusal = RefusalsAsAnswers.refusalIn(failure);
            throw refusal == null ? failure : refusal;
        }
    }
}
