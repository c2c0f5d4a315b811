package vn.motcua.watch;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** What a check can say beside up and down. */
final class Checked {

    /** Somebody should look at it; the node serves all the same, and no load balancer turns away from it. */
    static final Status WARNING = new Status("WARNING");

    private Checked() {}

    static Health.Builder warnIf(boolean wrong) {
        return wrong ? Health.status(WARNING) : Health.up();
    }
}
