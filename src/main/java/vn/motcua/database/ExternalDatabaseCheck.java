package vn.motcua.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import vn.motcua.refusal.Refusal;

/**
 * Knocks at the external database before anything else uses it, while the address is at hand for the answer; whoever
 * met the failure later (a migration, the engine) could only tell what it was doing.
 */
final class ExternalDatabaseCheck implements BeanPostProcessor {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final String jdbcUrl;

    ExternalDatabaseCheck(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
        if (!jdbcUrl.startsWith(POSTGRESQL)) {
            throw new Refusal(("SPRING_DATASOURCE_URL phải bắt đầu bằng jdbc:postgresql://."
                    + " Hãy sửa lại, hoặc bỏ biến đó để dùng PostgreSQL nhúng."));
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource pool) {
            connect(pool);
        }
        return bean;
    }

    private void connect(HikariDataSource pool) {
        try (Connection connection = pool.getConnection()) {
            connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException | RuntimeException failure) {
            pool.close();
            throw DatabaseProblem.at(jdbcUrl, failure)
                    .orElseGet(() -> new Refusal(
                            ("Không dùng được cơ sở dữ liệu ngoài: %s. Hãy kiểm tra SPRING_DATASOURCE_URL.")
                                    .formatted(Reason.of(failure)),
                            failure));
        }
    }
}
