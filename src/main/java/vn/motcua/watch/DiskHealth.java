package vn.motcua.watch;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.motcua.database.DataDirectory;

/** Whether there is room where logs and the embedded database are; when there is none, the database says so. */
@Component("diskHealthIndicator")
class DiskHealth implements HealthIndicator {

    private final DataDirectory directory;
    private final DataSize least;

    DiskHealth(DataDirectory directory, @Value("${motcua.watch.least-disk:2GB}") DataSize least) {
        this.directory = directory;
        this.least = least;
    }

    @Override
    public Health health() {
        long free = directory.path().toFile().getUsableSpace();
        return Checked.warnIf(free < least.toBytes())
                .withDetail("path", directory.path().toString())
                .withDetail("freeBytes", free)
                .build();
    }
}
