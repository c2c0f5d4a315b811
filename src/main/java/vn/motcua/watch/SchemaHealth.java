package vn.motcua.watch;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the store has the schema that this node was built for. One of a later release has brought it further: such a
 * node still serves, lest all of them turn away during an upgrade, and is to be replaced.
 */
@Component("schemaHealthIndicator")
class SchemaHealth implements HealthIndicator {

    private record Applied(MigrationVersion version, boolean success) {}

    private final Flyway flyway;
    private final JdbcClient jdbc;
    private final Remembered<Health> last;
    private volatile @Nullable MigrationVersion built;

    SchemaHealth(Flyway flyway, JdbcClient jdbc, Clock clock) {
        this.flyway = flyway;
        this.jdbc = jdbc;
        this.last = new Remembered<>(Readings.EVERY, clock, this::look);
    }

    @Override
    public Health health() {
        return last.get();
    }

    private Health look() {
        try {
            return compare();
        } catch (RuntimeException unreadable) {
            return Health.down(unreadable).build();
        }
    }

    private Health compare() {
        List<Applied> applied = jdbc.sql(
                        "select version, success from motcua.flyway_schema_history where version is not null")
                .query((row, n) -> new Applied(MigrationVersion.fromVersion(row.getString(1)), row.getBoolean(2)))
                .list();
        MigrationVersion wanted = built();
        MigrationVersion found = applied.stream()
                .map(Applied::version)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
        boolean broken = !applied.stream().allMatch(Applied::success) || found.compareTo(wanted) < 0;
        Health.Builder health = broken ? Health.down() : Checked.warnIf(found.compareTo(wanted) > 0);
        return health.withDetail("store", found.toString())
                .withDetail("node", wanted.toString())
                .build();
    }

    private MigrationVersion built() {
        MigrationVersion known = built;
        if (known == null) {
            known = Arrays.stream(flyway.info().all())
                    .filter(migration -> migration.getState().isResolved())
                    .map(MigrationInfo::getVersion)
                    .filter(version -> version != null)
                    .max(Comparator.naturalOrder())
                    .orElse(MigrationVersion.EMPTY);
            built = known;
        }
        return known;
    }
}
