package vn.motcua.console;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.motcua.dossier.Difference;
import vn.motcua.dossier.Recount;
import vn.motcua.sla.PassRecount;
import vn.motcua.sla.StepPasses;
import vn.motcua.statistics.Figures;
import vn.motcua.statistics.TotalsRecount;

@Command(
        name = "recount",
        description = "Tính lại mọi số đã lưu từ sổ sự kiện; có sai khác thì liệt kê và thoát với mã 1")
final class RecountCommand implements Callable<Integer> {

    private final Launcher launcher;

    @Option(
            names = "--rebuild",
            description =
                    "Dựng lại số liệu báo cáo và thời gian các bước từ hồ sơ trước khi đối chiếu; mọi thao tác trên hồ sơ phải chờ đến khi dựng xong")
    boolean rebuild;

    RecountCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        return launcher.run(context -> {
            AtomicLong found = new AtomicLong();
            Consumer<Difference> print = difference -> {
                found.incrementAndGet();
                launcher.out()
                        .printf(
                                "%s %s: kept %s, recounted %s%n",
                                difference.dossier(), difference.what(), difference.kept(), difference.recounted());
            };
            if (rebuild) {
                context.getBean(Figures.class).rebuild();
                context.getBean(StepPasses.class).rebuild();
            }
            TotalsRecount totals = context.getBean(TotalsRecount.class);
            long dossiers = totals.all(context.getBean(Recount.class), print);
            context.getBean(PassRecount.class).all(print);
            launcher.out().printf("recounted %d, differences %d%n", dossiers, found.get());
            return found.get() == 0 ? Console.DONE : Console.REFUSED;
        });
    }
}
