package vn.motcua.database;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another process does and never tells. */
final class Waiting {

    private static final long STEP_MILLIS = 25;

    private Waiting() {}

    /** Waits on when interrupted, since the callers are cleaning up, and leaves the interruption for later. */
    static boolean until(BooleanSupplier condition, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean interrupted = Thread.interrupted();
        boolean met = condition.getAsBoolean();
        while (!met && System.nanoTime() < deadline) {
            interrupted |= interruptedWhileSleeping();
            met = condition.getAsBoolean();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return met;
    }

    private static boolean interruptedWhileSleeping() {
        try {
            Thread.sleep(STEP_MILLIS);
            return false;
        } catch (InterruptedException interruption) {
            return true;
        }
    }
}
