package vn.motcua.demo;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.Calendars;
import vn.motcua.catalogue.Procedures;
import vn.motcua.sla.RiskWatch;
import vn.motcua.workflow.TimeMachine;

/** Lives the demo stories through the real engine, hour after hour, as if people had done it all. */
@Component
@ConditionalOnProperty("motcua.demo")
class DemoLife {

    private record Scene(LocalDateTime at, int story, Move move) {}

    private static final int REPORT_EVERY = 200;

    /** Hours after which the risks are forecast as they were known then; a running server does so all the time. */
    private static final int LOOK_EVERY = 3;

    private final Calendars calendars;
    private final Procedures procedures;
    private final DemoStaff staff;
    private final DemoCitizen citizen;
    private final TimeMachine time;
    private final RiskWatch risks;
    private final Clock clock;

    DemoLife(
            Calendars calendars,
            Procedures procedures,
            DemoStaff staff,
            DemoCitizen citizen,
            TimeMachine time,
            RiskWatch risks,
            Clock clock) {
        this.calendars = calendars;
        this.procedures = procedures;
        this.staff = staff;
        this.citizen = citizen;
        this.time = time;
        this.risks = risks;
        this.clock = clock;
    }

    /** @return how many dossiers there are now */
    int live(Consumer<String> progress) {
        LocalDateTime now = LocalDateTime.now(clock);
        WorkingTime office = new WorkingTime(calendars.history().latest(), OfficeHours.DEFAULT);
        List<DemoStory> stories =
                new DemoStories(office, now, code -> procedures.getInForce(code, now.toLocalDate())).all();
        time.during(() -> {
            play(stories, progress);
            time.moveTo(now);
            risks.catchUpWithin();
        });
        return (int) stories.stream().filter(DemoStory::isSent).count();
    }

    private void play(List<DemoStory> stories, Consumer<String> progress) {
        List<Scene> scenes = scenes(stories);
        Map<Integer, String> codes = new HashMap<>();
        LocalDateTime lookedAt = LocalDateTime.MIN;
        for (int i = 0; i < scenes.size(); i++) {
            Scene scene = scenes.get(i);
            DemoStory story = stories.get(scene.story());
            time.moveTo(scene.at());
            switch (scene.move()) {
                case DRAFT -> citizen.fillIn(story);
                case FILE -> codes.put(scene.story(), story.account() ? citizen.file(story) : staff.file(story));
                case RATE -> citizen.rate(code(codes, scene));
                default -> staff.act(code(codes, scene), scene.move());
            }
            if (lookedAt.plusHours(LOOK_EVERY).isBefore(scene.at())) {
                risks.catchUpWithin();
                lookedAt = scene.at();
            }
            if (i % REPORT_EVERY == 0) {
                progress.accept("Hồ sơ mẫu: %d / %d việc".formatted(i, scenes.size()));
            }
        }
    }

    private static String code(Map<Integer, String> codes, Scene scene) {
        return Objects.requireNonNull(codes.get(scene.story()), "filed first");
    }

    private static List<Scene> scenes(List<DemoStory> stories) {
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < stories.size(); i++) {
            for (DemoStory.Step step : stories.get(i).steps()) {
                scenes.add(new Scene(step.at(), i, step.move()));
            }
        }
        scenes.sort(Comparator.comparing(Scene::at).thenComparing(Scene::story).thenComparing(Scene::move));
        return scenes;
    }
}
