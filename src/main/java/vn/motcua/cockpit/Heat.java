package vn.motcua.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.motcua.refusal.Refusal;
import vn.motcua.sla.RunningSteps;
import vn.motcua.sla.StepScope;
import vn.motcua.sla.StepTimes;

/** How long the steps of a process take, and what stands at them now: by element of its diagram and by name of the step. */
@Component
class Heat implements Part {

    private static final int USUAL_DAYS = 90;

    /** @param procedures that can be asked about one by one, whichever was */
    record Answer(
            LocalDate from,
            LocalDate to,
            List<StepTimes.Step> steps,
            List<RunningSteps.Tokens> tokens,
            List<StepTimes.Procedure> procedures) {}

    private final StepScopes scopes;
    private final StepTimes times;
    private final RunningSteps running;
    private final Clock clock;

    Heat(StepScopes scopes, StepTimes times, RunningSteps running, Clock clock) {
        this.scopes = scopes;
        this.times = times;
        this.running = running;
        this.clock = clock;
    }

    @Override
    public String address() {
        return "heat";
    }

    @Override
    public Answer answer(Watcher who, Asked asked) {
        LocalDate to = asked.day("to").orElse(LocalDate.now(clock));
        LocalDate from = asked.day("from").orElse(to.minusDays(USUAL_DAYS - 1L));
        if (from.isAfter(to)) {
            throw new Refusal("Ngày đầu kỳ phải trước ngày cuối kỳ; hãy chọn lại kỳ");
        }
        StepScope scope = scopes.of(who, asked);
        return new Answer(
                from, to, times.of(scope, from, to), running.tokens(scope), times.procedures(scope, from, to));
    }
}
