package vn.motcua.statistics;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.motcua.refusal.Refusal;

/**
 * The report for everybody who asks how things stand and not at which moment: it is judged at the last half minute that
 * began, and equal questions within it share one answer. So what was entered is seen half a minute later at the latest.
 */
@Component
public class RecentReports {

    private static final int SECONDS = 30;

    /** More questions within half a minute are answered and not kept. */
    private static final int MOST = 1_000;

    private record Answers(LocalDateTime moment, Map<Object, Object> known) {
        // Of that size from the beginning: whoever counts an answer makes those wait whose place is beside it.
        Answers(LocalDateTime moment) {
            this(moment, new ConcurrentHashMap<>(2 * MOST));
        }
    }

    private final Ii06aReport report;
    private final Clock clock;
    private final int most;
    private final AtomicReference<Answers> answers = new AtomicReference<>(new Answers(LocalDateTime.MIN));

    @Autowired
    RecentReports(Ii06aReport report, Clock clock) {
        this(report, clock, MOST);
    }

    RecentReports(Ii06aReport report, Clock clock, int most) {
        this.report = report;
        this.clock = clock;
        this.most = most;
    }

    /** The moment as of which questions are shared now. */
    public LocalDateTime moment() {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        return now.minusSeconds(now.getSecond() % SECONDS);
    }

    /**
     * What {@link Ii06aReport#rows} says, or said to somebody else since that moment.
     *
     * @param query as of a {@link #moment}
     * @throws Refusal when the period touches a year without published days, or the agency is unknown
     */
    public List<Ii06aRow> rows(Ii06aQuery query) {
        return answer(query, query.asOf(), () -> report.rows(query));
    }

    /**
     * Another answer that everybody shares.
     *
     * @param question what equal questions are equal in, the moment among it
     * @param moment one that {@link #moment} told
     */
    @SuppressWarnings("unchecked")
    <A> A answer(Object question, LocalDateTime moment, Supplier<A> answer) {
        Map<Object, Object> known = since(moment);
        return known.size() < most || known.containsKey(question)
                ? (A) known.computeIfAbsent(question, asked -> answer.get())
                : answer.get();
    }

    private Map<Object, Object> since(LocalDateTime moment) {
        return answers.updateAndGet(before -> before.moment().equals(moment) ? before : new Answers(moment))
                .known();
    }
}
