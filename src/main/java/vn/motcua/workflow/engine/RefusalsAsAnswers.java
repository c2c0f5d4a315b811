package vn.motcua.workflow.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import vn.motcua.refusal.Refusal;

/** Turns a refusal from within a command into the engine's own "bad request", so that its web pages show the sentence. */
public final class RefusalsAsAnswers extends CommandInterceptor {

    /** The engine's code of a refusal; its REST API tells it beside a message into which it packs the sentence. */
    public static final int CODE = 40_422;

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            Refusal refusal = refusalIn(failure);
            if (refusal == null || failure instanceof Refused) {
                throw failure;
            }
            throw new Refused(refusal);
        }
    }

    /** The refusal that a failure of the engine came from, null where it is something else. */
    public static @Nullable Refusal refusalIn(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof Refusal)) {
            cause = cause.getCause();
        }
        return (Refusal) cause;
    }

    static final class Refused extends BadUserRequestException {
        Refused(Refusal refusal) {
            super(refusal.getMessage(), refusal);
            setCode(CODE);
        }
    }
}
