package vn.motcua.sla;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.Difference;

/** Proves that the measured passes are what the finished steps come to, but for what waits for the next round. */
@Component
public class PassRecount {

    private static final int CHUNK = 2_000;

    private static final String STEPS = FinishedStep.SOURCE + " and s.id > ? order by s.id limit " + CHUNK;

    private final JdbcClient jdbc;
    private final PassMeasure measure;

    PassRecount(JdbcClient jdbc, PassMeasure measure) {
        this.jdbc = jdbc;
        this.measure = measure;
    }

    /**
     * Measures every finished step again.
     *
     * @param differences is told each one that is kept otherwise
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void all(Consumer<Difference> differences) {
        long measured = jdbc.sql("select done from motcua.step_pass_mark")
                .query(Long.class)
                .single();
        List<FinishedStep> steps = after(0);
        while (!steps.isEmpty()) {
            compare(steps, measured, differences);
            steps = after(steps.get(steps.size() - 1).id());
        }
    }

    private List<FinishedStep> after(long id) {
        return jdbc.sql(STEPS).param(id).query(FinishedStep::read).list();
    }

    private void compare(List<FinishedStep> steps, long measured, Consumer<Difference> differences) {
        Map<Long, StepPass> kept = kept(steps);
        List<StepPass> recounted = measure.of(steps);
        for (int i = 0; i < steps.size(); i++) {
            FinishedStep step = steps.get(i);
            StepPass known = kept.get(step.id());
            StepPass right = known == null || known.settled()
                    ? recounted.get(i)
                    : recounted.get(i).unsettled();
            if (!right.equals(known) && (known != null || step.id() <= measured)) {
                differences.accept(
                        new Difference(code(step), "pass " + step.name(), String.valueOf(known), right.toString()));
            }
        }
    }

    private Map<Long, StepPass> kept(List<FinishedStep> steps) {
        Map<Long, StepPass> kept = new HashMap<>();
        jdbc.sql("select * from motcua.step_pass where submission_id between ? and ?")
                .params(steps.get(0).id(), steps.get(steps.size() - 1).id())
                .query((row, n) -> kept.put(row.getLong("submission_id"), StepPass.read(row, n)))
                .list();
        return kept;
    }

    private String code(FinishedStep step) {
        return jdbc.sql("select code from motcua.dossier where id = ?")
                .param(step.dossier())
                .query(String.class)
                .single();
    }
}
