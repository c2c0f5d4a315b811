package vn.motcua.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.TestStore;

/** What takes a node out of the load balancer, and what only tells somebody to look. */
class HealthTest {

    private static final String TOKEN = "bi-mat-cua-he-thong-giam-sat";

    private DeskOffice office;

    @BeforeEach
    void open() {
        office = DeskOffice.open(
                "--motcua.watch.token=" + TOKEN,
                "--spring.mail.host=localhost",
                "--spring.mail.port=1",
                "--motcua.mail.from=motcua@langson.example");
        office.store.clock().set(LocalDateTime.of(2026, 6, 1, 9, 0));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void what_cannot_write_is_not_ready_and_lives() {
        assertThat(probe("readiness").statusCode()).isEqualTo(200);
        sql("alter table motcua.store_fact rename to gone");
        later(Duration.ofSeconds(6));
        assertThat(probe("readiness").statusCode()).isEqualTo(503);
        assertThat(probe("readiness").body()).isEqualTo("{\"status\":\"DOWN\"}");
        assertThat(probe("liveness").statusCode()).isEqualTo(200);
        sql("alter table motcua.gone rename to store_fact");
        later(Duration.ofSeconds(6));
        assertThat(probe("readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void a_store_behind_the_node_is_down_and_one_ahead_of_it_a_warning() {
        assertThat(check("schema").path("status").asText()).isEqualTo("UP");
        sql("insert into motcua.flyway_schema_history select 9999, '9999', description, type, script, checksum,"
                + " installed_by, installed_on, execution_time, true from motcua.flyway_schema_history"
                + " where installed_rank = 1");
        later(Duration.ofMinutes(1));
        assertThat(check("schema").path("status").asText()).isEqualTo("WARNING");
        assertThat(probe("readiness").statusCode()).isEqualTo(200);
        sql("delete from motcua.flyway_schema_history where installed_rank = 9999 or installed_rank ="
                + " (select max(installed_rank) from motcua.flyway_schema_history where installed_rank < 9999)");
        later(Duration.ofMinutes(1));
        assertThat(check("schema").path("status").asText()).isEqualTo("DOWN");
        assertThat(probe("readiness").statusCode()).isEqualTo(503);
    }

    @Test
    void a_year_without_published_days_within_sixty_days_is_a_warning_and_nothing_else() {
        assertThat(check("calendar").path("status").asText()).isEqualTo("UP");
        office.store.clock().set(LocalDateTime.of(2026, 11, 1, 0, 0));
        assertThat(check("calendar").path("status").asText()).isEqualTo("UP");
        office.store.clock().set(LocalDateTime.of(2026, 11, 2, 0, 0));
        assertThat(check("calendar").path("status").asText()).isEqualTo("WARNING");
        assertThat(check("calendar").at("/details/unpublishedYear").asInt()).isEqualTo(2027);
        assertThat(health().get("status").asText()).isEqualTo("WARNING");
        assertThat(ask("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(probe("readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void letters_that_do_not_go_out_are_a_warning() {
        assertThat(check("letters").path("status").asText()).isEqualTo("UP");
        sql("insert into motcua.outbox (kind, recipient, subject, body, created_at, next_at, attempts)"
                + " values ('test', 'a@example.vn', 'x', 'x', '2026-06-01 08:50', '2026-06-01 11:00', 4)");
        later(Duration.ofMinutes(10));
        assertThat(check("letters").path("status").asText()).isEqualTo("UP");
        later(Duration.ofMinutes(15));
        assertThat(check("letters").path("status").asText()).isEqualTo("WARNING");
        assertThat(check("letters").at("/details/waiting").asInt()).isEqualTo(1);
        assertThat(probe("readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void a_task_that_has_not_succeeded_for_long_is_a_warning_by_its_name() {
        BackgroundTasks tasks = office.store.bean(BackgroundTasks.class);
        assertThat(tasks.intervals()).containsKeys("Figures.round", "Postman.round", "CalendarWatch.look");
        assertThat(check("tasks").path("status").asText()).isEqualTo("UP");
        later(Duration.ofHours(3));
        // On a slow machine a round of the real scheduler may just have succeeded at the new time.
        if (tasks.overdue().containsKey("Reconciliation.look")) {
            assertThat(check("tasks").path("status").asText()).isEqualTo("WARNING");
            assertThat(check("tasks").at("/details/Reconciliation.look").asText())
                    .isNotEmpty();
        }
        assertThat(probe("readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void too_little_room_on_the_disk_is_a_warning() {
        try (TestStore full = office.store.anotherWebNode("--motcua.watch.least-disk=1000000TB")) {
            assertThat(full.bean(DiskHealth.class).health().getStatus()).isEqualTo(Checked.WARNING);
        }
        assertThat(office.store.bean(DiskHealth.class).health().getStatus()).isEqualTo(Status.UP);
    }

    private void sql(String statement) {
        office.store.jdbc().sql(statement).update();
    }

    private void later(Duration time) {
        office.store.clock().advance(time);
    }

    private HttpResponse<String> probe(String name) {
        return office.nobody().get("/actuator/health/" + name);
    }

    private JsonNode check(String name) {
        return health().at("/components/" + name);
    }

    private JsonNode health() {
        try {
            return new ObjectMapper().readTree(ask("/actuator/health").body());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> ask(String path) {
        Visit monitoring = office.nobody();
        return monitoring.send(monitoring.request(path).header("Authorization", "Bearer " + TOKEN));
    }
}
