package vn.motcua.transaction;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Values that cannot change under the transaction at hand: rows that it holds, or reference data of which one state per
 * transaction is right. They are forgotten when it ends; without a transaction nothing is remembered.
 *
 * @param <T> what is remembered under each key
 */
public final class TransactionMemory<T> {

    /** The value of a key in the transaction at hand, read once. */
    public T once(Object key, Supplier<T> read) {
        return find(key).orElseGet(() -> {
            T value = read.get();
            put(key, value);
            return value;
        });
    }

    public Optional<T> find(Object key) {
        Map<Object, T> known = known();
        return known == null ? Optional.empty() : Optional.ofNullable(known.get(key));
    }

    /** Does nothing without a transaction. */
    public void put(Object key, T value) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            Map<Object, T> known = known();
            if (known == null) {
                known = new HashMap<>();
                TransactionSynchronizationManager.bindResource(this, known);
                TransactionSynchronizationManager.registerSynchronization(new Forgetting(this, known));
            }
            known.put(key, value);
        }
    }

    public void forget(Object key) {
        Map<Object, T> known = known();
        if (known != null) {
            known.remove(key);
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable Map<Object, T> known() {
        return (Map<Object, T>) TransactionSynchronizationManager.getResource(this);
    }

    private record Forgetting(Object memory, Map<Object, ?> known) implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(memory);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(memory, known);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(memory);
        }
    }
}
