package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    @Test
    void everything_that_is_read_is_done_in_order() {
        List<Integer> done = new ArrayList<>();
        ReadAhead.<List<Integer>>run(
                next -> IntStream.range(0, 12_345).forEach(i -> next.accept(to -> to.add(i))), done);
        assertThat(done).isEqualTo(IntStream.range(0, 12_345).boxed().toList());
    }

    @Test
    void what_was_read_before_a_failure_is_done_before_it_is_thrown() {
        List<Integer> done = new ArrayList<>();
        assertThatThrownBy(() -> ReadAhead.<List<Integer>>run(
                        next -> {
                            IntStream.range(0, 777).forEach(i -> next.accept(to -> to.add(i)));
                            throw new IllegalArgumentException("line 778");
                        },
                        done))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 778");
        assertThat(done).hasSize(777);
    }

    @Test
    void a_failure_in_doing_ends_the_reading_and_a_file_without_end_takes_no_memory() throws InterruptedException {
        AtomicInteger read = new AtomicInteger();
        CountDownLatch closed = new CountDownLatch(1);
        assertThatThrownBy(() -> ReadAhead.<List<Integer>>run(
                        next -> {
                            try {
                                while (true) {
                                    int i = read.getAndIncrement();
                                    next.accept(to -> fail("number " + i));
                                }
                            } finally {
                                closed.countDown();
                            }
                        },
                        List.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("number 0");
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(read.get()).isLessThan(20_000);
    }
}
