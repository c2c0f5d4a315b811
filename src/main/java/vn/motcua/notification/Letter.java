package vn.motcua.notification;

import org.jspecify.annotations.Nullable;

/**
 * A letter as it is handed over to a channel.
 *
 * @param id the same at every attempt and on every node
 * @param text what it says, without any markup
 * @param html the same for programs that show markup, null where there is only the text
 */
public record Letter(
        String id,
        String recipient,
        String subject,
        String text,
        @Nullable String html) {}
