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
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import vn.motcua.database.DataDirectory;
import vn.motcua.demo.DemoProgress;

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
        err.println("Motcua đang khởi động… (lần đầu nạp dữ liệu mẫu, chưa đến một phút)");
        ConfigurableApplicationContext context = start(WebApplicationType.SERVLET);
        new Welcome(context, out).print();
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
        spring.addListeners(new Progress(err));
        spring.setWebApplicationType(type);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setDefaultProperties(properties);
        return spring.run(springArguments.toArray(String[]::new));
    }

    /** Not a lambda: Spring reads from the type which events it wants. */
    private record Progress(PrintStream err) implements ApplicationListener<PayloadApplicationEvent<DemoProgress>> {
        @Override
        public void onApplicationEvent(PayloadApplicationEvent<DemoProgress> progress) {
            err.println("  " + progress.getPayload().vietnamese());
        }
    }
}
