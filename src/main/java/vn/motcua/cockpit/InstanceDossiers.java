package vn.motcua.cockpit;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.sla.RunningSteps;

/** Which dossier a process instance is about, for those who watch over the agency that handles it. */
@Component
class InstanceDossiers {

    private final RunningSteps running;
    private final RuntimeService runtime;
    private final Dossiers dossiers;

    InstanceDossiers(RunningSteps running, RuntimeService runtime, Dossiers dossiers) {
        this.running = running;
        this.runtime = runtime;
        this.dossiers = dossiers;
    }

    /**
     * @throws Absent where the instance runs for no dossier
     * @throws Forbidden where an agency outside the watcher's subtree handles the dossier
     */
    Dossier dossier(Watcher who, String instance) {
        Dossier dossier = running.dossierOn(instance)
                .map(dossiers::get)
                .or(() -> calledFor(instance).flatMap(dossiers::find))
                .orElseThrow(() -> new Absent("Không có hồ sơ nào đang chạy phiên bản quy trình này"));
        if (!who.watches(dossier.agencyId())) {
            throw new Forbidden("Hồ sơ này không thuộc phạm vi theo dõi của bạn");
        }
        return dossier;
    }

    /** An instance that another one has called carries the same code. */
    private Optional<String> calledFor(String instance) {
        try {
            return Optional.ofNullable(runtime.createProcessInstanceQuery()
                            .processInstanceId(instance)
                            .singleResult())
                    .map(ProcessInstance::getBusinessKey);
        } catch (AuthorizationException hidden) {
            return Optional.empty();
        }
    }
}
