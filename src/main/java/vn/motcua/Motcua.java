package vn.motcua;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import vn.motcua.calendar.MovableClock;
import vn.motcua.console.Console;

/** The whole product: one jar, its command line and its server. */
@SpringBootApplication
public class Motcua {

    /** The zone whose days the law counts. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    public static void main(String[] args) {
        // UTF-8 whatever the locale: Java 17 would print "?" for Vietnamese without one.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = new Console(Motcua.class, out, err).run(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Bean
    Clock clock() {
        return new MovableClock(Clock.system(ZONE));
    }
}
