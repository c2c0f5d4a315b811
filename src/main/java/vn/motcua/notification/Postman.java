package vn.motcua.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.notification.Delivery.Outcome;

/** Sends what waits in the outbox, one letter after the other, whatever number of nodes does so at the same time. */
@Component
public class Postman {

    /** A way on which letters reach people: e-mail here; a gateway for short messages is another bean of this type. */
    public interface Channel {

        /** A plain word, kept with every letter. */
        String name();

        /** The field of a dossier that holds the address. */
        String field();

        /** Whether it is set up; until then its letters wait. */
        boolean isOpen();

        /** Hands the letter over; of what it throws nobody knows whether the letter was sent. */
        Delivery deliver(Letter letter);
    }

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final List<Channel> channels;
    private final LetterQueue queue;
    private final LetterText letters;
    private final Clock clock;
    private final Map<String, LocalDateTime> pausedUntil = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private volatile boolean closing;

    Postman(List<Channel> channels, LetterQueue queue, LetterText letters, Clock clock) {
        this.channels = channels;
        this.queue = queue;
        this.letters = letters;
        this.clock = clock;
    }

    /** Sends everything whose time has come; now and then on every server. */
    @Scheduled(initialDelay = 10, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    @Transactional(propagation = Propagation.NEVER)
    public synchronized void round() {
        int unsure = queue.doubt();
        if (unsure > 0) {
            LOG.warn("{} letters were perhaps sent when a sender died; see /staff/letters", unsure);
        }
        for (Channel channel : channels) {
            if (channel.isOpen()) {
                send(channel);
            } else if (!told.contains(channel.name()) && queue.isWaiting(channel.name())) {
                told.add(channel.name());
                LOG.warn("Letters wait because the channel {} is not set up", channel.name());
            }
        }
    }

    /** What letters said is personal; it is kept no longer than somebody may ask for it. */
    @Scheduled(initialDelay = 10, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    void empty() {
        queue.empty(KEPT);
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    private void send(Channel channel) {
        LocalDateTime paused = pausedUntil.getOrDefault(channel.name(), LocalDateTime.MIN);
        boolean more = !LocalDateTime.now(clock).isBefore(paused);
        while (more && !closing) {
            more = queue.claim(channel.name()).filter(row -> sent(channel, row)).isPresent();
        }
    }

    /** @return whether another one is worth trying now */
    private boolean sent(Channel channel, QueuedLetter row) {
        Optional<Letter> letter = Optional.empty();
        Delivery delivery;
        if (queue.isExpired(row)) {
            delivery = Delivery.of(Outcome.EXPIRED);
        } else {
            letter = worded(row);
            delivery = letter.map(each -> delivered(channel, each)).orElseGet(() -> Delivery.of(Outcome.UNWORDED));
        }
        queue.settle(row, delivery, orNull(letter));
        if (delivery.outcome() != Outcome.SENT) {
            LOG.warn("Letter {} ({}): {}", row.id(), row.kind(), delivery.outcome());
        }
        boolean reachable = delivery.outcome() != Outcome.UNREACHABLE;
        if (!reachable) {
            LOG.warn("The channel {} cannot be reached: {}", channel.name(), delivery.reply());
            pausedUntil.put(channel.name(), LocalDateTime.now(clock).plus(PAUSE));
        }
        return reachable;
    }

    private static Delivery delivered(Channel channel, Letter letter) {
        try {
            return channel.deliver(letter);
        } catch (RuntimeException fault) {
            LOG.error("The channel {} failed", channel.name(), fault);
            return Delivery.of(Outcome.UNSURE, fault);
        }
    }

    private Optional<Letter> worded(QueuedLetter row) {
        try {
            return Optional.of(letters.of(row));
        } catch (RuntimeException fault) {
            LOG.error("Letter {} ({}) cannot be worded", row.id(), row.kind(), fault);
            return Optional.empty();
        }
    }

    private static @Nullable Letter orNull(Optional<Letter> letter) {
        return letter.orElse(null);
    }
}
