package vn.motcua.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Gives Spring Boot a data source on the embedded PostgreSQL, or stands back for the one it makes itself when
 * {@code spring.datasource.url} is set. Both pools read {@code spring.datasource.hikari.*}.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DataDirectory dataDirectory(
            @Value("${" + DataDirectory.PROPERTY + ":" + DataDirectory.DEFAULT + "}") String setting) {
        return DataDirectory.at(setting).create();
    }

    @Bean
    @Conditional(EmbeddedDatabaseWanted.Not.class)
    static ExternalDatabaseCheck externalDatabaseCheck(Environment environment) {
        return new ExternalDatabaseCheck(environment.getRequiredProperty(EmbeddedDatabaseWanted.URL));
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(EmbeddedDatabaseWanted.class)
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedDatabase embeddedDatabase(DataDirectory directory) {
            return EmbeddedDatabase.start(directory);
        }

        /** Needs the server, so Spring closes it first. */
        @Bean(destroyMethod = "close")
        @ConfigurationProperties("spring.datasource.hikari")
        HikariDataSource dataSource(EmbeddedDatabase database) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(database.jdbcUrl());
            pool.setUsername(database.user());
            pool.setPassword(database.password());
            return pool;
        }
    }
}
