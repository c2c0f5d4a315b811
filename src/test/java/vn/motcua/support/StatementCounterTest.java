package vn.motcua.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementCounterTest {

    @Test
    void every_statement_of_the_work_is_told_and_none_of_before_or_after() {
        try (TestStore store = TestStore.empty()) {
            store.jdbc().sql("select 0").query(Integer.class).single();
            assertThat(store.statements().of(() -> {
                        store.jdbc().sql("select 1").query(Integer.class).single();
                        store.jdbc()
                                .sql("select :n")
                                .param("n", 2)
                                .query(Integer.class)
                                .single();
                    }))
                    .containsExactly("select 1", "select ?");
            assertThat(store.statements().of(() -> {})).isEmpty();
        }
    }
}
