package vn.motcua.console;

import java.io.PrintStream;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.ExplainedDossier;
import vn.motcua.dossier.ReckoningStep;

@Command(name = "explain", description = "Giải thích hạn của một hồ sơ, từng bước với quy tắc và điều luật")
final class ExplainCommand implements Callable<Integer> {

    enum Format {
        TEXT,
        JSON
    }

    private final Launcher launcher;

    @Parameters(paramLabel = "MÃ", description = "Mã hồ sơ")
    @Nullable
    String code;

    @Option(names = "--as-of", paramLabel = "LÚC", description = "Như vào lúc yyyy-MM-ddTHH:mm:ss; mặc định bây giờ")
    @Nullable
    LocalDateTime asOf;

    @Option(names = "--format", defaultValue = "text", description = "text hoặc json; mặc định text")
    Format format = Format.TEXT;

    ExplainCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        return launcher.run(context -> {
            LocalDateTime moment = asOf == null ? ReportCommand.now(context) : asOf;
            ExplainedDossier explained = context.getBean(Dossiers.class).explain(Objects.requireNonNull(code), moment);
            if (format == Format.JSON) {
                launcher.out().println(explained.json());
            } else {
                print(explained, launcher.out());
            }
            return Console.DONE;
        });
    }

    private static void print(ExplainedDossier explained, PrintStream out) {
        out.println("Hồ sơ " + explained.code());
        int number = 0;
        for (ReckoningStep step : explained.steps()) {
            String article = step.article() == null ? "" : "; " + step.article();
            out.printf("%d. %s [quy tắc %d%s]%n", ++number, step.text(), step.rule(), article);
        }
        out.println(explained.summary());
    }
}
