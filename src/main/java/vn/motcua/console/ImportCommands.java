package vn.motcua.console;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.catalogue.Change;
import vn.motcua.dossier.CalendarChange;
import vn.motcua.exchange.CalendarImport;
import vn.motcua.exchange.CatalogueImport;
import vn.motcua.exchange.CsvSource;
import vn.motcua.exchange.RegisterImport;
import vn.motcua.exchange.RegisterResult;
import vn.motcua.exchange.RowProblem;
import vn.motcua.statistics.Figures;

/** The verbs that take files in. */
final class ImportCommands {

    private ImportCommands() {}

    @Command(name = "import-catalogue", description = "Nhập danh mục thủ tục và đơn vị (CSV)")
    static final class Catalogue implements Callable<Integer> {

        private final Launcher launcher;

        @Option(names = "--procedures", paramLabel = "TỆP", description = "Danh mục thủ tục: MaTTHC,TenTTHC,…[,TuNgay]")
        @Nullable
        Path procedures;

        @Option(
                names = "--agencies",
                paramLabel = "TỆP",
                description = "Danh mục đơn vị: MaDonVi,TenDonVi,MaDonViCha,Cap")
        @Nullable
        Path agencies;

        @Option(
                names = "--life-events",
                paramLabel = "TỆP",
                description = "Sự kiện trong đời sống: MaSuKien,TenSuKien,DoiTuong,ThuTuc")
        @Nullable
        Path lifeEvents;

        @Spec
        @Nullable
        CommandSpec spec;

        Catalogue(Launcher launcher) {
            this.launcher = launcher;
        }

        @Override
        public Integer call() {
            if (procedures == null && agencies == null && lifeEvents == null && spec != null) {
                throw new ParameterException(spec.commandLine(), "Cần --procedures, --agencies hoặc --life-events");
            }
            return launcher.run(context -> {
                CatalogueImport.Result result = context.getBean(CatalogueImport.class)
                        .run(
                                Optional.ofNullable(agencies).map(CsvSource::file),
                                Optional.ofNullable(procedures).map(CsvSource::file),
                                Optional.ofNullable(lifeEvents).map(CsvSource::file),
                                problem -> print(launcher.err(), problem));
                launcher.out().println("agencies: " + counts(result.agencies()));
                launcher.out().println("procedures: " + counts(result.procedures()));
                if (lifeEvents != null) {
                    launcher.out().println("life events: " + counts(result.lifeEvents()));
                }
                return Console.DONE;
            });
        }
    }

    @Command(name = "import-register", description = "Nhập sổ hồ sơ đã có (CSV); nhập lại cùng tệp không đổi gì")
    static final class Register implements Callable<Integer> {

        private final Launcher launcher;

        @Parameters(paramLabel = "TỆP", description = "Sổ hồ sơ: MaHoSo,MaTTHC,DonViXuLy,…,TrangThaiHoSo")
        @Nullable
        Path file;

        @Option(names = "--all-or-nothing", description = "Có một dòng sai thì không nhập dòng nào")
        boolean allOrNothing;

        Register(Launcher launcher) {
            this.launcher = launcher;
        }

        @Override
        public Integer call() {
            return launcher.run(context -> {
                Progress progress = new Progress(launcher.err());
                try {
                    RegisterResult result = context.getBean(RegisterImport.class)
                            .run(CsvSource.file(Objects.requireNonNull(file)), allOrNothing, progress);
                    context.getBean(Figures.class).fold();
                    print(result);
                    return result.refused() == 0 ? Console.DONE : Console.REFUSED;
                } catch (RuntimeException brokenOff) {
                    progress.last.ifPresent(soFar ->
                            print(allOrNothing ? new RegisterResult(0, soFar.unchanged(), soFar.refused()) : soFar));
                    throw brokenOff;
                }
            });
        }

        private void print(RegisterResult result) {
            launcher.out()
                    .printf(
                            "imported %d, unchanged %d, refused %d\n",
                            result.imported(), result.unchanged(), result.refused());
        }
    }

    /** Tells what an import is doing, and remembers how far it came. */
    private static final class Progress implements RegisterImport.Listener {

        private final PrintStream err;
        private final long begun = System.nanoTime();
        private Optional<RegisterResult> last = Optional.empty();

        private Progress(PrintStream err) {
            this.err = err;
        }

        @Override
        public void refused(RowProblem problem) {
            print(err, problem);
        }

        @Override
        public void progress(RegisterResult soFar) {
            last = Optional.of(soFar);
            err.printf(Locale.ROOT, "đã xử lý %d dòng, %.1f giây%n", soFar.rows(), (System.nanoTime() - begun) / 1e9);
        }
    }

    @Command(
            name = "import-calendar",
            description = "Nhập ngày nghỉ và ngày làm bù (CSV: date,kind,name; kind là OFF, WORK hoặc NONE)")
    static final class Calendar implements Callable<Integer> {

        private final Launcher launcher;

        @Parameters(paramLabel = "TỆP", description = "Lịch: date,kind,name")
        @Nullable
        Path file;

        Calendar(Launcher launcher) {
            this.launcher = launcher;
        }

        @Override
        public Integer call() {
            return launcher.run(context -> {
                CalendarChange.Result result = context.getBean(CalendarImport.class)
                        .run(CsvSource.file(Objects.requireNonNull(file)), problem -> print(launcher.err(), problem));
                result.thinYears().forEach((year, days) -> launcher.err()
                        .printf("Lưu ý: năm %d mới có %d ngày nghỉ, ít hơn luật định; hãy nhập đủ%n", year, days));
                launcher.out().println("days: " + counts(result.days()));
                launcher.out().println("decided anew: " + result.decidedAnew());
                return Console.DONE;
            });
        }
    }

    static void print(PrintStream err, RowProblem problem) {
        err.println(problem.vietnamese());
    }

    private static String counts(Map<Change, Integer> counts) {
        return "new %d, changed %d, unchanged %d"
                .formatted(
                        counts.getOrDefault(Change.NEW, 0),
                        counts.getOrDefault(Change.CHANGED, 0),
                        counts.getOrDefault(Change.UNCHANGED, 0));
    }
}
