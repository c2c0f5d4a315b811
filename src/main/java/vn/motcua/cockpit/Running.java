package vn.motcua.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Calendars;
import vn.motcua.page.DeadlineWords;
import vn.motcua.people.Staff;
import vn.motcua.sla.RunningSteps;
import vn.motcua.sla.RunningSteps.Token;
import vn.motcua.sla.RunningSteps.Which;
import vn.motcua.sla.StepScope;

/** The running dossiers of a process, the most urgent first; those at one step where a number of the diagram asks for it. */
@Component
class Running implements Part {

    private static final int SIZE = 20;
    private static final int MOST = 100;
    private static final int LAST_PAGE = 100_000;

    /**
     * @param total of all pages
     * @param page from 1
     * @param places every step that has running dossiers
     */
    record Answer(long total, int page, int size, List<RunningSteps.Tokens> places, List<Row> rows) {}

    /**
     * @param step null where nobody has a task of it
     * @param stepAgency the name of the agency that has the step, null for the one that handles the dossier
     * @param holder full name, null while nobody has taken the task
     * @param stepDue of the task, null where it has none
     * @param daysLate working days, null where it is not overdue
     */
    record Row(
            String code,
            String applicant,
            String procedure,
            String procedureName,
            String agency,
            @Nullable String step,
            @Nullable String staffGroup,
            @Nullable String stepAgency,
            @Nullable String holder,
            @Nullable LocalDateTime stepDue,
            DeadlineWords.Told deadline,
            boolean provisional,
            @Nullable Integer daysLate,
            String instance) {}

    private final StepScopes scopes;
    private final RunningSteps running;
    private final DeadlineWords words;
    private final Agencies agencies;
    private final Calendars calendars;
    private final Staff staff;
    private final Clock clock;

    Running(
            StepScopes scopes,
            RunningSteps running,
            DeadlineWords words,
            Agencies agencies,
            Calendars calendars,
            Staff staff,
            Clock clock) {
        this.scopes = scopes;
        this.running = running;
        this.words = words;
        this.agencies = agencies;
        this.calendars = calendars;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public String address() {
        return "running";
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Answer answer(Watcher who, Asked asked) {
        StepScope scope = scopes.of(who, asked);
        RunningSteps.Asked question = new RunningSteps.Asked(
                scope,
                asked.one(Which.class, "which").orElse(Which.ALL),
                asked.text("element").orElse(null),
                asked.text("step").orElse(null));
        int page = asked.number("page", 1, LAST_PAGE);
        int size = asked.number("size", SIZE, MOST);
        List<Token> tokens = running.page(question, (page - 1L) * size, size);
        return Spoken.in(asked, () -> new Answer(running.count(question), page, size, places(scope), rows(tokens)));
    }

    private List<RunningSteps.Tokens> places(StepScope scope) {
        return running.tokens(scope).stream()
                .filter(tokens -> tokens.name() != null)
                .toList();
    }

    private List<Row> rows(List<Token> tokens) {
        Map<String, String> names = staff.fullNames(tokens.stream()
                .flatMap(token -> Stream.ofNullable(token.assignee()))
                .collect(Collectors.toSet()));
        return tokens.stream().map(token -> row(token, names)).toList();
    }

    private Row row(Token token, Map<String, String> names) {
        String assignee = token.assignee();
        Integer stepAgency = token.stepAgency();
        return new Row(
                token.code(),
                token.applicant(),
                token.procedure(),
                token.procedureName(),
                agencies.get(token.agency()).name(),
                token.step(),
                token.staffGroup(),
                stepAgency == null || stepAgency == token.agency()
                        ? null
                        : agencies.get(stepAgency).name(),
                assignee == null ? null : names.getOrDefault(assignee, assignee),
                token.stepDue(),
                token.resolved() == null
                        ? words.of(token.agency(), token.due(), token.waitingSince())
                        : words.ended(token.due()),
                token.provisional(),
                daysLate(token),
                token.instance());
    }

    private @Nullable Integer daysLate(Token token) {
        LocalDateTime due = token.due();
        return token.overdue() && due != null
                ? calendars.history().latest().workingDaysBetween(due.toLocalDate(), LocalDate.now(clock))
                : null;
    }
}
