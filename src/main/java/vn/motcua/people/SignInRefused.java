package vn.motcua.people;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Nobody signs in this way; the message is for the person in front. */
final class SignInRefused extends AuthenticationException {

    private final Duration wait;

    private SignInRefused(String message, Duration wait) {
        super(message);
        this.wait = wait;
    }

    static SignInRefused wrong() {
        return new SignInRefused("Tên đăng nhập hoặc mật khẩu không đúng", Duration.ZERO);
    }

    static SignInRefused tooMany(Duration wait) {
        long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        return new SignInRefused("Sai quá nhiều lần, hãy thử lại sau %d phút".formatted(minutes), wait);
    }

    /** Zero when one may try again at once. */
    Duration waitingTime() {
        return wait;
    }
}
