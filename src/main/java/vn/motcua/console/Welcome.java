package vn.motcua.console;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import vn.motcua.calendar.Deadline;
import vn.motcua.catalogue.StoreFacts;
import vn.motcua.demo.DemoPeople;
import vn.motcua.people.FirstAdministrator;
import vn.motcua.statistics.GroupBy;
import vn.motcua.statistics.Ii06aQuery;
import vn.motcua.statistics.Ii06aReport;
import vn.motcua.statistics.Ii06aRow;

/** What a server says when it is ready: where it is, who can log in, and on a demo store what the figures are. */
final class Welcome {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final ApplicationContext context;
    private final PrintStream out;
    private final int port;

    Welcome(ApplicationContext context, PrintStream out) {
        this.context = context;
        this.out = out;
        this.port =
                ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    void print() {
        out.printf("Motcua đang chạy: http://localhost:%d%n", port);
        out.printf("  Việc của cán bộ: http://localhost:%d/desk%n", port);
        out.printf("  Cockpit:         http://localhost:%d/camunda/app/cockpit/default/%n", port);
        out.printf("  Báo cáo II.06a:  http://localhost:%d/api/reports/ii06a?from=2019-01-01&to=2019-04-30%n", port);
        if (context.getBean(StoreFacts.class).get(StoreFacts.DEMO).isPresent()) {
            printDemo();
        }
        Optional<String> advice = context.getBean(FirstAdministrator.class).advice();
        advice.ifPresent(text -> out.println(text));
        out.println("Dừng bằng Ctrl-C.");
        out.flush();
    }

    private void printDemo() {
        out.printf("Tài khoản mẫu, mật khẩu %s (ai cũng biết: kho này chỉ để xem thử):%n", DemoPeople.PASSWORD);
        DemoPeople.accounts()
                .forEach(account -> out.printf(
                        "  %-11s %s, %s%n", account.username(), account.group().vietnamese(), account.fullName()));
        out.printf(
                "  %s Người nộp hồ sơ, %s: http://localhost:%d/account/sign-in%n",
                DemoPeople.APPLICANT, DemoPeople.APPLICANT_NAME, port);
        LocalDate to = LocalDate.of(2019, 4, 30);
        Ii06aQuery firstMonths =
                new Ii06aQuery(LocalDate.of(2019, 1, 1), to, to.atTime(Deadline.END_OF_DAY), null, GroupBy.NONE);
        Ii06aRow all = context.getBean(Ii06aReport.class).rows(firstMonths).get(0);
        out.printf(
                VIETNAMESE,
                "Số liệu 1–4/2019: tiếp nhận %,d, giải quyết %,d (%.1f %%); trước hạn %.1f %%, đúng hạn %.1f %%, quá hạn %.1f %% số tiếp nhận%n",
                all.c3(),
                all.c7(),
                share(all.c7(), all),
                share(all.c8(), all),
                share(all.c9(), all),
                share(all.c10(), all));
    }

    private static double share(long part, Ii06aRow all) {
        return 100.0 * part / all.c3();
    }
}
