package vn.motcua.notification;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A second channel, as a gateway for short messages would be; in stores that ask for it. */
@Component
@ConditionalOnProperty("motcua.test.short-messages")
class ShortMessages implements Postman.Channel {

    final List<Letter> sent = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public String field() {
        return "phone";
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public Delivery deliver(Letter letter) {
        sent.add(letter);
        return Delivery.of(Delivery.Outcome.SENT);
    }
}
