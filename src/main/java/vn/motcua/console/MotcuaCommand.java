package vn.motcua.console;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "motcua",
        description = "Một cửa: hồ sơ, thời hạn và số liệu. Không có lệnh thì chạy máy chủ (serve).",
        footer = {
            "",
            "Thuộc tính Spring dạng --a.b=c dùng được với mọi lệnh.",
            "Cơ sở dữ liệu ngoài: SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD."
        })
final class MotcuaCommand implements Callable<Integer> {

    private final Launcher launcher;

    MotcuaCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Thư mục dữ liệu (hoặc biến MOTCUA_DATA_DIR); mặc định ./data")
    void dataDir(@Nullable String directory) {
        if (directory != null) {
            if (directory.isBlank()) {
                throw new TypeConversionException("Tên thư mục để trống");
            }
            launcher.dataDirectory(directory);
        }
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Hiện hướng dẫn này")
    boolean help;

    @Override
    public Integer call() {
        return launcher.serve();
    }
}
