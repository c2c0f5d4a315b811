package vn.motcua.console;

import java.io.PrintStream;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.motcua.calendar.CalendarRangeException;
import vn.motcua.database.DatabaseProblem;
import vn.motcua.refusal.Refusal;

/** What went wrong, as one Vietnamese line; never a stack trace, which goes to the log file. */
final class Messages {

    private final PrintStream err;

    Messages(PrintStream err) {
        this.err = err;
    }

    int wrongUsage(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        print("%s. Xem: %s --help"
                .formatted(reason(wrong), command.getCommandSpec().qualifiedName()));
        return Console.WRONG_USAGE;
    }

    int refused(Throwable failure) {
        if (failure instanceof Refusal || failure instanceof CalendarRangeException) {
            print(String.valueOf(failure.getMessage()));
        } else {
            print(DatabaseProblem.of(failure).map(Throwable::getMessage).orElseGet(() -> unexpected(failure)));
        }
        return Console.REFUSED;
    }

    int cannotWrite() {
        print("Không ghi được kết quả ra đầu ra chuẩn; hãy kiểm tra dung lượng đĩa hoặc chương trình nhận");
        return Console.REFUSED;
    }

    private void print(String message) {
        err.println("motcua: " + message.replaceAll("\\s*\\R\\s*", " "));
        err.flush();
    }

    private static String unexpected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException port) {
                return "Cổng %d đang được chương trình khác dùng; hãy chọn cổng khác bằng --server.port=…"
                        .formatted(port.getPort());
            }
            if (cause instanceof CalendarRangeException) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof BindException property) {
                return "Giá trị của thuộc tính %s không dùng được; hãy sửa --%s=…"
                        .formatted(property.getName(), property.getName());
            }
        }
        LoggerFactory.getLogger(Messages.class).error("Unexpected failure", failure);
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        return "Lỗi không lường trước (%s: %s); chi tiết trong tệp nhật ký logs/motcua.log của thư mục dữ liệu"
                .formatted(root.getClass().getSimpleName(), root.getMessage());
    }

    private static String reason(ParameterException wrong) {
        if (wrong instanceof MissingParameterException missing) {
            return "Thiếu " + missing.getMissing().stream().map(Messages::label).collect(Collectors.joining(", "));
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return "Không hiểu " + String.join(" ", unmatched.getUnmatched());
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return label(twice.getOverwritten()) + " chỉ được dùng một lần";
        }
        boolean choice = wrong.getArgSpec() != null && wrong.getArgSpec().completionCandidates() != null;
        if (!choice && wrong.getCause() instanceof TypeConversionException value) {
            return value.getMessage() + at(wrong);
        }
        return wrong.getArgSpec() == null
                ? String.valueOf(wrong.getMessage())
                : "Giá trị không dùng được%s".formatted(at(wrong));
    }

    private static String at(ParameterException wrong) {
        ArgSpec arg = wrong.getArgSpec();
        if (arg == null) {
            return "";
        }
        String choices = arg.completionCandidates() == null
                ? ""
                : StreamSupport.stream(arg.completionCandidates().spliterator(), false)
                        .map(String::toLowerCase)
                        .collect(Collectors.joining(", ", " (một trong: ", ")"));
        return " ở " + label(arg) + choices;
    }

    private static String label(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }
}
