package vn.motcua.console;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.motcua.statistics.GroupBy;
import vn.motcua.statistics.Ii06aQuery;
import vn.motcua.statistics.Ii06aReport;
import vn.motcua.statistics.ReportFormat;

@Command(name = "report", description = "In báo cáo")
final class ReportCommand implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Thiếu tên báo cáo: ii06a hoặc licences");
    }

    @Command(name = "ii06a", description = "Báo cáo II.06a/VPCP/KSTT (Thông tư 01/2020/TT-VPCP)")
    static final class Ii06a implements Callable<Integer> {

        private final Launcher launcher;

        @Mixin
        final Period period = new Period();

        @Option(
                names = "--as-of",
                paramLabel = "LÚC",
                description = "Số liệu như vào lúc yyyy-MM-ddTHH:mm:ss; mặc định bây giờ")
        @Nullable
        LocalDateTime asOf;

        @Option(names = "--agency", paramLabel = "MÃ", description = "Chỉ đơn vị này và các đơn vị trực thuộc")
        @Nullable
        String agency;

        @Option(
                names = "--group-by",
                defaultValue = "none",
                description = "none, agency, sector, procedure hoặc level; mặc định none")
        GroupBy groupBy = GroupBy.NONE;

        @Option(names = "--format", defaultValue = "csv", description = "csv hoặc json; mặc định csv")
        ReportFormat format = ReportFormat.CSV;

        Ii06a(Launcher launcher) {
            this.launcher = launcher;
        }

        @Override
        public Integer call() {
            period.check();
            return launcher.run(context -> {
                LocalDateTime moment = asOf == null ? now(context) : asOf;
                Ii06aQuery query = new Ii06aQuery(period.from(), period.to(), moment, agency, groupBy);
                launcher.out()
                        .print(format.ii06a(context.getBean(Ii06aReport.class).rows(query)));
                return Console.DONE;
            });
        }
    }

    @Command(name = "licences", description = "Số giấy phép đã cấp theo thủ tục")
    static final class Licences implements Callable<Integer> {

        private final Launcher launcher;

        @Mixin
        final Period period = new Period();

        @Option(names = "--format", defaultValue = "csv", description = "csv hoặc json; mặc định csv")
        ReportFormat format = ReportFormat.CSV;

        Licences(Launcher launcher) {
            this.launcher = launcher;
        }

        @Override
        public Integer call() {
            period.check();
            return launcher.run(context -> {
                launcher.out()
                        .print(format.licences(context.getBean(vn.motcua.dossier.Licences.class)
                                .granted(period.from(), period.to())));
                return Console.DONE;
            });
        }
    }

    /** The days that every report needs. */
    static final class Period {

        @Spec(Spec.Target.MIXEE)
        @Nullable
        CommandSpec spec;

        @Option(names = "--from", required = true, paramLabel = "NGÀY", description = "Ngày đầu kỳ, yyyy-MM-dd")
        @Nullable
        LocalDate from;

        @Option(names = "--to", required = true, paramLabel = "NGÀY", description = "Ngày cuối kỳ, tính cả ngày này")
        @Nullable
        LocalDate to;

        LocalDate from() {
            return Objects.requireNonNull(from);
        }

        LocalDate to() {
            return Objects.requireNonNull(to);
        }

        void check() {
            if (to().isBefore(from())) {
                throw new ParameterException(
                        Objects.requireNonNull(spec).commandLine(), "--to %s trước --from %s".formatted(to, from));
            }
        }
    }

    static LocalDateTime now(ApplicationContext context) {
        return LocalDateTime.now(context.getBean(Clock.class));
    }
}
