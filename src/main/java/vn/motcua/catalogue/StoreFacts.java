package vn.motcua.catalogue;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts about this store itself. */
@Component
public class StoreFacts {

    /** Present when the demo data are in. */
    public static final String DEMO = "demo";

    private final JdbcClient jdbc;

    StoreFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> get(String name) {
        return jdbc.sql("select value from motcua.store_fact where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    public void put(String name, String value) {
        jdbc.sql("insert into motcua.store_fact values (?, ?) on conflict (name) do update set value = excluded.value")
                .params(name, value)
                .update();
    }
}
