package vn.motcua.database;

import java.nio.file.Path;

/**
 * Ends the wait for a server that has died. The library only knocks at the port until its time is up, and two minutes
 * are right for crash recovery but not for a server that gave up in the first second; an interruption makes it return.
 */
final class StartWatch implements AutoCloseable {

    private static final long STEP_MILLIS = 200;
    private static final int STEPS_WITHOUT_SERVER = 8;

    private final Path cluster;
    private final Thread starter = Thread.currentThread();
    private boolean over;
    private boolean gaveUp;

    StartWatch(Path cluster) {
        this.cluster = cluster;
    }

    /** Called right before the server is started. */
    void begin() {
        Thread watch = new Thread(this::watch, "postgres-start-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        int without = 0;
        while (without < STEPS_WITHOUT_SERVER && !isOver()) {
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException stop) {
                return;
            }
            without = isAnythingAlive() ? 0 : without + 1;
        }
        giveUp();
    }

    private boolean isAnythingAlive() {
        return ProcessHandle.current()
                        .children()
                        .anyMatch(child ->
                                ServerProcess.isNamed(child, "pg_ctl") || ServerProcess.isNamed(child, "unshare"))
                || Postmaster.runningIn(cluster).isPresent();
    }

    private synchronized boolean isOver() {
        return over;
    }

    private synchronized void giveUp() {
        if (!over) {
            gaveUp = true;
            starter.interrupt();
        }
    }

    synchronized boolean gaveUp() {
        return gaveUp;
    }

    @Override
    public synchronized void close() {
        over = true;
        if (gaveUp) {
            Thread.interrupted();
        }
    }
}
