package vn.motcua.workflow;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.workflow.engine.EngineRoom;
import vn.motcua.workflow.engine.ModelVocabulary;

/** The words of the models: a line each. */
@EngineRoom
class Words implements ModelVocabulary {

    /** What is done to the dossier of an execution, by whom and why as its variables of the moment say. */
    @FunctionalInterface
    private interface Operation {
        Dossier on(String code, Act act);
    }

    private final Map<String, Object> words = new HashMap<>();

    Words(
            Dossiers dossiers,
            Opening opening,
            Grant grant,
            Fee fee,
            Steps steps,
            Deadlines deadlines,
            Answers answers,
            SpecialisedOpinion specialised,
            Consultation consultation,
            Notices notices) {
        operation("accept", dossiers::accept);
        ending("notAccept", dossiers::notAccept);
        operation("beginProcessing", dossiers::beginProcessing);
        operation("askSupplement", dossiers::askSupplement);
        operation("resume", dossiers::supplementReceived);
        operation("askPayment", dossiers::askPayment);
        operation("paymentReceived", dossiers::paymentReceived);
        operation("refuse", dossiers::refuse);
        operation("resolve", dossiers::resolve);
        operation("handOver", dossiers::handOver);
        operation("askWithdrawal", dossiers::askWithdrawal);
        operation("declineWithdrawal", dossiers::declineWithdrawal);
        operation("withdraw", dossiers::withdraw);
        ending("stop", dossiers::stop);
        delegate("extend", execution -> Acts.extension(execution)
                .on(dossiers, Acts.code(execution), Acts.of(execution)));
        delegate(
                "reappoint",
                execution -> dossiers.reappoint(Acts.code(execution), Acts.appointment(execution), Acts.of(execution)));
        delegate("notify", notices::overdue);
        delegate("issueLicence", grant::issue);
        delegate("nextStage", steps::next);
        delegate("previousStage", steps::previous);
        words.put("openDossier", (ExecutionListener) opening::open);
        words.put("assessFee", (ExecutionListener) fee::assess);
        words.put("consultation", consultation);
        words.putAll(Map.of(
                "deadlines",
                deadlines,
                "answers",
                answers,
                "payment",
                fee,
                "licence",
                grant,
                "steps",
                steps,
                "specialised",
                specialised));
    }

    @Override
    public Map<String, Object> words() {
        return Map.copyOf(words);
    }

    private void operation(String word, Operation operation) {
        delegate(word, execution -> operation.on(Acts.code(execution), Acts.of(execution)));
    }

    private void ending(String word, Operation operation) {
        delegate(word, execution -> operation.on(Acts.code(execution), Acts.ending(execution)));
    }

    private void delegate(String word, JavaDelegate delegate) {
        words.put(word, delegate);
    }
}
