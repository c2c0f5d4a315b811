package vn.motcua.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.motcua.database.DataDirectory;
import vn.motcua.people.FirstAdministrator;

/** Starts the application for a verb, or as a server. */
final class Launcher {

    private final Class<?> application;
    private final List<String> springArguments;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, Object> properties = new HashMap<>();

    Launcher(Class<?> application, List<String> springArguments, PrintStream out, PrintStream err) {
        this.application = application;
        this.springArguments = new ArrayList<>(springArguments);
        this.out = out;
        this.err = err;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** A command-line argument, so that it wins over the environment. */
    void dataDirectory(String directory) {
        springArguments.add("--" + DataDirectory.PROPERTY + "=" + directory);
    }

    /**
     * Runs a verb: no web server, no job executor, no demo data. When this returns, the database it started has stopped
     * and the data directory is free.
     */
    int run(ToIntFunction<ApplicationContext> verb) {
        properties.put("spring.main.lazy-initialization", "true");
        properties.put("camunda.bpm.enabled", "false");
        try (ConfigurableApplicationContext context = start(WebApplicationType.NONE)) {
            return verb.applyAsInt(context);
        }
    }

    /** Starts the server and leaves it running. */
    int serve() {
        properties.put("motcua.demo", "true");
        err.println("Motcua đang khởi động… (lần đầu nạp dữ liệu mẫu, chừng 20 giây)");
        ConfigurableApplicationContext context = start(WebApplicationType.SERVLET);
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        out.printf("Motcua đang chạy: http://localhost:%d%n", port);
        out.printf("  Báo cáo II.06a:  http://localhost:%d/api/reports/ii06a?from=2019-01-01&to=2019-04-30%n", port);
        out.printf("  Mô tả API:       http://localhost:%d/v3/api-docs%n", port);
        context.getBean(FirstAdministrator.class).advice().ifPresent(out::println);
        out.println("Dừng bằng Ctrl-C.");
        out.flush();
        return Console.DONE;
    }

    private String dataDirectory() {
        String option = "--" + DataDirectory.PROPERTY + "=";
        String environment = System.getenv().getOrDefault("MOTCUA_DATA_DIR", "");
        return springArguments.stream()
                .filter(argument -> argument.startsWith(option))
                .reduce((first, last) -> last)
                .map(argument -> argument.substring(option.length()))
                .orElse(System.getProperty(DataDirectory.PROPERTY, environment));
    }

    private ConfigurableApplicationContext start(WebApplicationType type) {
        // Before the log file is opened in it, so that what is wrong with it is told in one line.
        DataDirectory.at(dataDirectory()).create();
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(type);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setDefaultProperties(properties);
        return spring.run(springArguments.toArray(String[]::new));
    }
}
