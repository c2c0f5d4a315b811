package vn.motcua.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.motcua.catalogue.Agencies;
import vn.motcua.support.TestStore;

/** At 09:00 on Friday 20/11/2026, office hours 07:00–11:30 and 13:30–17:00. */
class DeadlineWordsTest {

    private static final LocalDateTime SINCE_THURSDAY_12 = LocalDateTime.of(2026, 11, 12, 10, 0);

    private static TestStore store;
    private static DeadlineWords words;
    private static int agency;

    @BeforeAll
    static void open() {
        store = TestStore.withCatalogue();
        words = store.bean(DeadlineWords.class);
        agency = store.bean(Agencies.class).get("000.00.14.H37").id();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @AfterEach
    void vietnamese() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T23:59:59.999999, LATER, còn 3 ngày 6 giờ làm việc, thứ Tư 25/11/2026",
        "2026-11-25T23:59:59.999, LATER, còn 3 ngày 6 giờ làm việc, thứ Tư 25/11/2026",
        "2026-11-24T23:59:59.999999, SOON, còn 2 ngày 6 giờ làm việc, thứ Ba 24/11/2026",
        "2026-11-20T23:59:59.999999, TODAY, còn 6 giờ làm việc, thứ Sáu 20/11/2026",
        "2026-11-20T09:20:00, TODAY, còn 20 phút làm việc, 09:20 thứ Sáu 20/11/2026",
        "2026-11-20T08:59:00, OVERDUE, quá hạn 1 phút, 08:59 thứ Sáu 20/11/2026",
        "2026-11-19T15:00:00, OVERDUE, quá hạn 4 giờ, 15:00 thứ Năm 19/11/2026",
        "2026-11-19T23:59:59.999999, OVERDUE, quá hạn 1 ngày, thứ Năm 19/11/2026",
        "2026-11-13T23:59:59.999999, OVERDUE, quá hạn 5 ngày, thứ Sáu 13/11/2026"
    })
    void a_deadline_is_told_in_working_time(LocalDateTime due, Urgency urgency, String told, String date) {
        LocaleContextHolder.setLocale(Languages.VIETNAMESE);
        assertThat(words.of(agency, due, null)).isEqualTo(new DeadlineWords.Told(urgency, told, date));
    }

    @Test
    void after_closing_on_its_last_day_a_deadline_ends_today() {
        LocaleContextHolder.setLocale(Languages.VIETNAMESE);
        LocalDateTime before = LocalDateTime.now(store.clock());
        store.clock().set(before.withHour(18));
        try {
            assertThat(words.of(agency, before.toLocalDate().atTime(23, 59, 59, 999_999_000), null)
                            .words())
                    .isEqualTo("hết hạn hôm nay");
        } finally {
            store.clock().set(before);
        }
    }

    @Test
    void a_clock_that_stands_says_since_when() {
        LocaleContextHolder.setLocale(Languages.VIETNAMESE);
        DeadlineWords.Told told = words.of(agency, LocalDateTime.of(2026, 11, 18, 23, 59), SINCE_THURSDAY_12);
        assertThat(told.urgency()).isEqualTo(Urgency.WAITING);
        assertThat(told.words()).isEqualTo("tạm dừng từ 12/11");
        assertThat(words.of(agency, null, null).words()).isEqualTo("chưa có hạn");
    }

    @Test
    void english_is_told_in_english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(words.of(agency, LocalDateTime.of(2026, 11, 23, 23, 59, 59, 999_999_000), null))
                .isEqualTo(new DeadlineWords.Told(Urgency.SOON, "1 day 6 h of office time left", "Mon 23/11/2026"));
    }
}
