package vn.motcua.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the operating system tells about PostgreSQL's programs, and how they are told to stop. */
final class ServerProcess {

    private static final Duration SIGNAL_SENT = Duration.ofSeconds(5);

    private ServerProcess() {}

    static boolean isNamed(ProcessHandle process, String program) {
        return process.info()
                .command()
                .map(command -> command.substring(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1))
                .filter(name -> name.equals(program) || name.equalsIgnoreCase(program + ".exe"))
                .isPresent();
    }

    /** Whether the process was started with {@code -D} and this cluster; unknown where the system hides arguments. */
    static boolean mentions(ProcessHandle process, Path cluster) {
        Optional<String[]> arguments = process.info().arguments();
        return arguments
                .map(Arrays::asList)
                .map(list -> list.indexOf("-D") >= 0
                        && list.indexOf("-D") + 1 < list.size()
                        && list.get(list.indexOf("-D") + 1).equals(cluster.toString()))
                .orElse(false);
    }

    /** An {@code initdb} whose Motcua was killed or interrupted lives on and would write into a cluster begun anew. */
    static void stopInitdb(Path cluster) {
        List<ProcessHandle> orphans = running("initdb", cluster).toList();
        for (ProcessHandle orphan : orphans) {
            List<ProcessHandle> children = orphan.descendants().toList();
            orphan.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            awaitEnd(orphan, SIGNAL_SENT);
            children.forEach(child -> awaitEnd(child, SIGNAL_SENT));
        }
    }

    /** Afterwards a server that was being started has written down its process number, or has given up. */
    static void awaitStarter(Path cluster, Duration limit) {
        Waiting.until(() -> running("pg_ctl", cluster).findAny().isEmpty(), limit);
    }

    private static Stream<ProcessHandle> running(String program, Path cluster) {
        return ProcessHandle.allProcesses().filter(process -> isNamed(process, program) && mentions(process, cluster));
    }

    static void awaitEnd(ProcessHandle process, Duration limit) {
        Waiting.until(() -> !process.isAlive() || process.info().command().isEmpty(), limit);
    }

    /** Returns false where there is no {@code kill} program or the process is not ours to signal. */
    static boolean signal(ProcessHandle process, String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return Waiting.until(() -> !kill.isAlive(), SIGNAL_SENT) && kill.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
