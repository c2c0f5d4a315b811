package vn.motcua.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "serve", description = "Chạy máy chủ web; kho nhúng còn trống được nạp dữ liệu mẫu")
final class ServeCommand implements Callable<Integer> {

    private final Launcher launcher;

    ServeCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() {
        return launcher.serve();
    }
}
