package vn.motcua.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread read while another stores: what the reader says is done by the caller, in the same order, a bounded
 * number of things later. A reader that breaks off does so for the caller too, after all it has said before.
 *
 * @param <T> what things are done to
 */
final class ReadAhead<T> {

    private static final int AT_ONCE = 500;
    private static final int CHUNKS = 16;

    /** @param last whether the reader has come to its end, by what failure if by one */
    private record Chunk<T>(
            List<Consumer<T>> things,
            boolean last,
            @Nullable Throwable failure) {}

    /** Thrown in the reader when nobody will do any more of what it says. */
    private static final class Abandoned extends RuntimeException {}

    private final BlockingQueue<Chunk<T>> queue = new ArrayBlockingQueue<>(CHUNKS);
    private List<Consumer<T>> saying = new ArrayList<>(AT_ONCE);

    private ReadAhead() {}

    /** @param reader is given where to say what is to be done to the target */
    static <T> void run(Consumer<Consumer<Consumer<T>>> reader, T target) {
        ReadAhead<T> ahead = new ReadAhead<>();
        Thread thread = new Thread(() -> ahead.read(reader), "reading");
        thread.setDaemon(true);
        thread.start();
        try {
            ahead.perform(target);
        } finally {
            thread.interrupt();
        }
    }

    private void read(Consumer<Consumer<Consumer<T>>> reader) {
        Throwable failure = null;
        try {
            reader.accept(this::say);
        } catch (Abandoned e) {
            return;
        } catch (Throwable e) {
            failure = e;
        }
        hand(new Chunk<>(saying, true, failure));
    }

    private void say(Consumer<T> thing) {
        saying.add(thing);
        if (saying.size() == AT_ONCE) {
            if (!hand(new Chunk<>(saying, false, null))) {
                throw new Abandoned();
            }
            saying = new ArrayList<>(AT_ONCE);
        }
    }

    private boolean hand(Chunk<T> chunk) {
        try {
            queue.put(chunk);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void perform(T target) {
        for (boolean more = true; more; ) {
            Chunk<T> chunk = take();
            chunk.things().forEach(thing -> thing.accept(target));
            rethrow(chunk.failure());
            more = !chunk.last();
        }
    }

    private Chunk<T> take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading", e);
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
