package vn.motcua.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;

/**
 * Runs one command line. Exit codes: 0 done, 1 refused with a one-line reason on standard error, 2 wrong usage.
 * Results alone go to standard output.
 */
public final class Console {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int WRONG_USAGE = 2;

    /** {@code --a.b=c}: a Spring property, passed on as it stands. */
    private static final Pattern SPRING_PROPERTY =
            Pattern.compile("--[A-Za-z][\\w-]*(\\[\\d+])?(\\.[\\w\\[\\]-]+)+(=.*)?", Pattern.DOTALL);

    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * @param application the Spring Boot application that the verbs work with
     * @param out for results, UTF-8
     * @param err for progress and errors, UTF-8
     */
    public Console(Class<?> application, PrintStream out, PrintStream err) {
        this.application = application;
        this.out = out;
        this.err = err;
    }

    public int run(String... args) {
        List<String> own = new ArrayList<>();
        List<String> spring = new ArrayList<>();
        Arrays.stream(args).forEach(arg -> (SPRING_PROPERTY.matcher(arg).matches() ? spring : own).add(arg));
        Launcher launcher = new Launcher(application, spring, out, err);
        Messages messages = new Messages(err);
        int code = execute(commandLine(launcher), messages, own);
        // A result that did not get through is no result.
        return out.checkError() ? messages.cannotWrite() : code;
    }

    private static int execute(CommandLine command, Messages messages, List<String> args) {
        try {
            return command.setParameterExceptionHandler(messages::wrongUsage)
                    .setExecutionExceptionHandler((failure, parsed, result) -> messages.refused(failure))
                    .execute(args.toArray(String[]::new));
        } catch (Throwable failure) {
            // Out of memory, a broken jar: still one line.
            return messages.refused(failure);
        }
    }

    private CommandLine commandLine(Launcher launcher) {
        CommandLine report = new CommandLine(new ReportCommand())
                .addSubcommand(new ReportCommand.Ii06a(launcher))
                .addSubcommand(new ReportCommand.Licences(launcher));
        return new CommandLine(new MotcuaCommand(launcher))
                .addSubcommand(new ServeCommand(launcher))
                .addSubcommand(new ImportCommands.Catalogue(launcher))
                .addSubcommand(new ImportCommands.Register(launcher))
                .addSubcommand(new ImportCommands.Calendar(launcher))
                .addSubcommand(report)
                .addSubcommand(new ExplainCommand(launcher))
                .addSubcommand(new RecountCommand(launcher))
                .setOut(new java.io.PrintWriter(out, true))
                .setErr(new java.io.PrintWriter(err, true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(java.time.LocalDate.class, Values::date)
                .registerConverter(java.time.LocalDateTime.class, Values::moment)
                .registerConverter(java.nio.file.Path.class, Values::path);
    }
}
