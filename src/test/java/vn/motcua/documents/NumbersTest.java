package vn.motcua.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.documents.DocumentNumbers.Numbered;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Dossier;
import vn.motcua.support.TestStore;

/** A yearly sequence per agency and form; printing again repeats the number. */
class NumbersTest {

    private static PrintOffice office;
    private static DocumentNumbers numbers;

    @BeforeAll
    static void open() {
        office = PrintOffice.open();
        numbers = office.store.bean(DocumentNumbers.class);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void today() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
    }

    @Test
    void printing_again_gives_the_number_the_day_and_the_set_of_the_first_time() {
        Dossier dossier = office.receive("Nông Thị Hằng");
        Numbered first = give(dossier, PrintForm.RECEIPT, 1);
        office.store.clock().set(LocalDateTime.of(2027, 2, 1, 8, 0));
        Numbered again = numbers.give(dossier, PrintForm.RECEIPT, 1, FormSet.TT_01_2018, "officer");
        assertThat(again).isEqualTo(first);
        assertThat(again.set()).isEqualTo(FormSet.TT_03_2025);
    }

    @Test
    void a_second_request_has_a_number_of_its_own_and_the_last_one_is_printed() {
        Dossier dossier = office.file("Nông Thị Hằng");
        office.dossiers().askSupplement(dossier.code(), Act.by("counter").because("Bản dịch"));
        String first = number(office.text(dossier, PrintForm.SUPPLEMENT_REQUEST));
        assertThat(number(office.text(dossier, PrintForm.SUPPLEMENT_REQUEST))).isEqualTo(first);
        office.dossiers().supplementReceived(dossier.code(), Act.by("counter"));
        office.dossiers().askSupplement(dossier.code(), Act.by("counter").because("Bản thảo"));
        String text = office.text(dossier, PrintForm.SUPPLEMENT_REQUEST);
        assertThat(Integer.parseInt(number(text))).isEqualTo(Integer.parseInt(first) + 1);
        assertThat(text).contains("Bản thảo").doesNotContain("Bản dịch");
    }

    @Test
    void every_agency_form_and_year_counts_from_one() {
        Dossier ours = office.receive("000.20.20.H37", "Nông Thị Hằng");
        Dossier theirs = office.receive("H37.CA", "Nông Thị Hằng");
        assertThat(give(ours, PrintForm.RECEIPT, 1).number()).isEqualTo(1);
        assertThat(give(theirs, PrintForm.RECEIPT, 1).number()).isEqualTo(1);
        assertThat(give(ours, PrintForm.CONTROL_SHEET, 1).number()).isEqualTo(1);
        Dossier second = office.receive("000.20.20.H37", "Hoàng Văn Thụ");
        assertThat(give(second, PrintForm.RECEIPT, 1).number()).isEqualTo(2);
        office.store.clock().set(LocalDateTime.of(2026, 12, 31, 23, 59, 59));
        assertThat(give(office.receive("000.20.20.H37", "Cuối năm"), PrintForm.RECEIPT, 1))
                .extracting(Numbered::number, Numbered::year)
                .containsExactly(3, 2026);
        office.store.clock().set(LocalDateTime.of(2027, 1, 1, 0, 0));
        assertThat(give(office.receive("000.20.20.H37", "Đầu năm"), PrintForm.RECEIPT, 1))
                .extracting(Numbered::number, Numbered::year)
                .containsExactly(1, 2027);
    }

    @Test
    void many_at_once_leave_no_gap_and_repeat_nothing_on_several_nodes() throws Exception {
        try (TestStore other = office.store.anotherNode()) {
            List<Dossier> dossiers = IntStream.range(0, 12)
                    .mapToObj(i -> office.receive("000.21.20.H37", "Người nộp " + i))
                    .toList();
            List<DocumentNumbers> nodes = List.of(numbers, other.bean(DocumentNumbers.class));
            List<Callable<Numbered>> prints = new ArrayList<>();
            for (Dossier dossier : dossiers) {
                for (int copy = 0; copy < 4; copy++) {
                    DocumentNumbers node = nodes.get(copy % 2);
                    prints.add(() -> node.give(dossier, PrintForm.RECEIPT, 1, FormSet.TT_03_2025, "counter"));
                }
            }
            assertThat(atOnce(prints).stream().map(Numbered::number).distinct())
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, 12).boxed().toList());
        }
    }

    @Test
    void a_pin_is_made_once_even_by_two_at_once_and_has_six_digits() throws Exception {
        Dossier dossier = office.receive("Nông Thị Hằng");
        LookupPins pins = office.store.bean(LookupPins.class);
        List<Callable<String>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            asked.add(() -> pins.of(dossier.id()));
        }
        assertThat(atOnce(asked).stream().distinct()).singleElement().asString().matches("\\d{6}");
        List<String> others = IntStream.range(0, 8)
                .mapToObj(i -> pins.of(office.receive("Người " + i).id()))
                .distinct()
                .toList();
        assertThat(others).hasSizeGreaterThan(6);
    }

    @Test
    void what_was_printed_is_never_changed() {
        give(office.receive("Nông Thị Hằng"), PrintForm.RECEIPT, 1);
        for (String change : List.of(
                "update motcua.printed_document set number = 9",
                "delete from motcua.printed_document",
                "truncate motcua.printed_document")) {
            assertThatThrownBy(() -> office.store.jdbc().sql(change).update()).hasMessageContaining("append-only");
        }
    }

    private static Numbered give(Dossier dossier, PrintForm form, int occasion) {
        return numbers.give(dossier, form, occasion, FormSet.TT_03_2025, "counter");
    }

    private static String number(String text) {
        return text.replaceFirst(".*Số: (\\d+)/.*", "$1");
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> each : pool.invokeAll(tasks)) {
                done.add(each.get());
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }
}
