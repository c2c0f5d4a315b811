package vn.motcua.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.ProcedureVersion;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.notification.TurnLetters;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.engine.EngineRoom;
import vn.motcua.workflow.engine.FiledWith;
import vn.motcua.workflow.engine.Submitted;
import vn.motcua.workflow.engine.TaskForms;

/** How a started process becomes a dossier: from the start form, whichever page or API sent it. */
@EngineRoom
class Opening {

    private static final String PROCEDURE = "procedure";

    private final Dossiers dossiers;
    private final Submissions submissions;
    private final Procedures procedures;
    private final Agencies agencies;
    private final Flows flows;
    private final TurnLetters letters;
    private final Clock clock;

    Opening(
            Dossiers dossiers,
            Submissions submissions,
            Procedures procedures,
            Agencies agencies,
            Flows flows,
            TurnLetters letters,
            Clock clock) {
        this.dossiers = dossiers;
        this.submissions = submissions;
        this.procedures = procedures;
        this.agencies = agencies;
        this.flows = flows;
        this.letters = letters;
        this.clock = clock;
    }

    void open(DelegateExecution execution) {
        Map<String, Object> fields = TaskForms.ofStart(execution)
                .orElseThrow(() -> new IllegalStateException("A process that opens a dossier needs a start form"))
                .accept(Submitted.fields(), LocalDate.now(clock));
        String processId = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        Filing filing = filing(fields, procedure(fields, processId), agency(execution));
        String actor = Acts.actor(execution);
        Act act = FiledWith.key() == null ? Act.by(actor) : Act.by(actor).withKey(FiledWith.key());
        Dossier dossier = dossiers.file(filing, act);
        execution.setProcessBusinessKey(dossier.code());
        flows.begin(dossier.id(), execution.getProcessInstanceId(), processId);
        submissions.add(
                dossier.id(),
                new Submission(
                        Submission.START,
                        null,
                        "Nộp hồ sơ",
                        null,
                        dossier.agencyId(),
                        actor,
                        LocalDateTime.now(clock),
                        fields),
                true);
        letters.filed(dossier, fields);
    }

    private String agency(DelegateExecution execution) {
        String tenant = execution.getTenantId();
        if (tenant == null) {
            throw new Refusal("Chưa rõ đơn vị nào nhận hồ sơ; hãy đăng nhập bằng tài khoản thuộc một đơn vị");
        }
        return agencies.get(tenant).code();
    }

    /** The procedure that the form names, or the only one that runs on the process. */
    private String procedure(Map<String, Object> fields, String processId) {
        if (fields.get(PROCEDURE) instanceof String named) {
            checkProcess(named, processId);
            return named;
        }
        List<String> own = procedures.current().stream()
                .filter(version -> processId.equals(version.definition().processId()))
                .map(version -> version.definition().code())
                .distinct()
                .toList();
        if (own.size() != 1) {
            throw new Refusal("Chưa rõ thủ tục nào; danh mục phải có đúng một thủ tục chạy quy trình " + processId);
        }
        return own.get(0);
    }

    /** A procedure that has a process of its own is not run on another one. */
    private void checkProcess(String procedure, String processId) {
        Optional<String> own = procedures
                .inForce(procedure, LocalDateTime.now(clock).toLocalDate())
                .map(ProcedureVersion::definition)
                .map(definition -> definition.processId());
        if (own.isPresent() && !own.get().equals(processId)) {
            throw new Refusal(
                    "Thủ tục %s có quy trình riêng (%s); hãy dùng quy trình đó".formatted(procedure, own.get()));
        }
    }

    private static Filing filing(Map<String, Object> fields, String procedure, String agency) {
        Applicant applicant = new Applicant(
                Applicant.Kind.valueOf(String.valueOf(fields.get("applicantKind"))),
                String.valueOf(fields.get("applicantName")));
        return new Filing(procedure, agency, Channel.valueOf(String.valueOf(fields.get("channel"))), applicant);
    }
}
