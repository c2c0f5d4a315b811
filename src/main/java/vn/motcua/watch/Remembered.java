package vn.motcua.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An answer that is good for a while, however many ask for it: watching costs the same whoever watches. */
final class Remembered<A> {

    private record Known<A>(A answer, Instant since) {}

    private final Duration good;
    private final Clock clock;
    private final Supplier<A> source;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known<A> known;

    Remembered(Duration good, Clock clock, Supplier<A> source) {
        this.good = good;
        this.clock = clock;
        this.source = source;
    }

    /** While somebody asks for a new answer, others are given the old one; the first one ever they wait for. */
    A get() {
        Known<A> last = known;
        if (last != null && (isGood(last) || asking.isLocked())) {
            return last.answer;
        }
        asking.lock();
        try {
            Known<A> meanwhile = known;
            if (meanwhile != null && isGood(meanwhile)) {
                return meanwhile.answer;
            }
            Known<A> now = new Known<>(source.get(), clock.instant());
            known = now;
            return now.answer;
        } finally {
            asking.unlock();
        }
    }

    private boolean isGood(Known<A> answer) {
        return Duration.between(answer.since, clock.instant()).abs().compareTo(good) < 0;
    }
}
