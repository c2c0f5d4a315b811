package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import vn.motcua.refusal.Refusal;

class DatabaseProblemTest {

    @ParameterizedTest
    @CsvSource({
        "08001, Không kết nối được cơ sở dữ liệu",
        "08006, Mất kết nối cơ sở dữ liệu giữa chừng",
        "57P01, Mất kết nối cơ sở dữ liệu giữa chừng",
        "42501, Tài khoản cơ sở dữ liệu không đủ quyền",
        "28P01, Không kết nối được cơ sở dữ liệu",
        "3D000, Không kết nối được cơ sở dữ liệu",
        "53100, Hết dung lượng đĩa",
        "53300, Cơ sở dữ liệu hết chỗ cho kết nối mới",
        "25006, Cơ sở dữ liệu chỉ cho đọc",
    })
    void recognisesWhatPostgresqlSays(String state, String sentence) {
        Throwable failure = new BeanCreationException("flyway", new SQLException("FATAL: reason. And more.", state));

        assertThat(DatabaseProblem.of(failure)).hasValueSatisfying(refusal -> assertThat(refusal)
                .hasMessageStartingWith(sentence)
                .hasMessageContaining("FATAL: reason.")
                .hasMessageNotContaining("And more")
                .hasCause(failure));
    }

    @Test
    void aRefusalInsideIsTheAnswerItself() {
        Refusal refusal = new Refusal("Không. Hãy làm khác.");

        assertThat(DatabaseProblem.of(new BeanCreationException("database", refusal)))
                .containsSame(refusal);
    }

    @Test
    void othersAreNotItsBusiness() {
        assertThat(DatabaseProblem.of(new IllegalStateException(new SQLException("syntax error", "42601"))))
                .isEmpty();
        assertThat(DatabaseProblem.of(new SQLException("no state"))).isEmpty();
    }

    @Test
    void findsAFullDiskAnywhere() {
        assertThat(message(new UncheckedIOException(new IOException("No space left on device"))))
                .isEqualTo("Hết dung lượng đĩa khi ghi dữ liệu: hết dung lượng đĩa."
                        + " Hãy giải phóng dung lượng rồi chạy lại.");
        SQLException batch = new BatchUpdateException("batch", "00000", new int[0]);
        batch.setNextException(new SQLException("could not extend file", "53100"));
        assertThat(message(batch)).startsWith("Hết dung lượng đĩa");
        RuntimeException outer = new RuntimeException("outer");
        outer.addSuppressed(new SQLException("could not extend file", "53100"));
        assertThat(message(outer)).startsWith("Hết dung lượng đĩa");
    }

    @Test
    void findsAReadOnlyDisk() {
        assertThat(message(new IOException("/data/x: Read-only file system"))).contains("ổ đĩa chỉ cho đọc");
    }

    @Test
    void aPoolThatDoesNotStartIsAConnectionProblem() {
        assertThat(message(new PoolInitializationException(new RuntimeException("no suitable driver"))))
                .startsWith("Không kết nối được cơ sở dữ liệu: no suitable driver.");
    }

    @Test
    void endsOnACircleOfCauses() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException two = new RuntimeException("two", one);
        one.initCause(two);

        assertThat(DatabaseProblem.of(one)).isEmpty();
    }

    @Test
    void tellsTheAddressButNoSecret() {
        SQLException failure = new SQLException(
                "The connection attempt failed.", "08001", new UnknownHostException("db.xa.gov.vn: Name not known"));

        String message = DatabaseProblem.at(
                        "jdbc:postgresql://ai:mật@db.xa.gov.vn:5432/motcua?user=ai&password=mật", failure)
                .orElseThrow()
                .getMessage();

        assertThat(message)
                .isEqualTo("Không kết nối được cơ sở dữ liệu tại jdbc:postgresql://db.xa.gov.vn:5432/motcua: không tìm"
                        + " thấy máy chủ db.xa.gov.vn: Name not known. Hãy kiểm tra SPRING_DATASOURCE_URL,"
                        + " SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD.");
    }

    @Test
    void takesASecretOutOfTheCauseToo() {
        assertThat(message(new PoolInitializationException(
                        new RuntimeException("Driver does not accept jdbc:x://a:mật@h/d?password=mật&ssl=true"))))
                .doesNotContain("mật@", "=mật")
                .contains("jdbc:x://h/d?password=***&ssl=true");
    }

    private static String message(Throwable failure) {
        return DatabaseProblem.of(failure).orElseThrow().getMessage();
    }
}
