package app.moddy.notifications;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.http.ApiException;
import app.moddy.bot.http.FieldFault;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.notifications.delivery.NotificationRequest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a request for a notification of a request's body, or says all that is wrong with it. */
final class NotificationParser {
    private static final int LONGEST_PLAN = 100;
    private static final int LONGEST_ECHO = 50;

    private final MessageTemplates templates;

    @Inject
    NotificationParser(MessageTemplates templates) {
        this.templates = templates;
    }

    /** @throws ApiException 422 with all faults at once */
    NotificationRequest parse(Map<String, ? extends @Nullable Object> body) {
        List<FieldFault> faults = new ArrayList<>();
        Snowflake recipient = recipient(body.get("discord_id"), faults);
        String action = action(body.get("action"), faults);
        String plan = plan(body.get("plan"), faults);
        Map<String, ?> metadata = metadata(body.get("metadata"), faults);
        if (recipient == null || action == null || !faults.isEmpty()) {
            throw ApiException.invalid(faults);
        }
        return new NotificationRequest(recipient, templates.notice(action, plan, metadata));
    }

    private static @Nullable Snowflake recipient(@Nullable Object value, List<FieldFault> faults) {
        if (value instanceof String text) {
            try {
                return Snowflake.parse(text);
            } catch (IllegalArgumentException e) {
                faults.add(new FieldFault("discord_id", String.valueOf(e.getMessage())));
                return null;
            }
        }
        String message;
        if (value == null) {
            message = "is required: the user's Discord id, a string of 17 to 19 digits";
        } else if (value instanceof Number) {
            message = "send it as a string: JavaScript and others round numbers of this size";
        } else {
            message = "must be a string of 17 to 19 digits";
        }
        faults.add(new FieldFault("discord_id", message));
        return null;
    }

    private @Nullable String action(@Nullable Object value, List<FieldFault> faults) {
        if (value instanceof String name && templates.actions().contains(name)) {
            return name;
        }
        String known = "known: " + String.join(", ", templates.actions());
        String message;
        if (value == null) {
            message = "is required; " + known;
        } else if (value instanceof String name) {
            message = "no action '" + (name.length() > LONGEST_ECHO ? name.substring(0, LONGEST_ECHO) + "…" : name)
                    + "'; " + known;
        } else {
            message = "must be a string; " + known;
        }
        faults.add(new FieldFault("action", message));
        return null;
    }

    private static @Nullable String plan(@Nullable Object value, List<FieldFault> faults) {
        if (value == null) {
            return null;
        }
        if (value instanceof String plan && plan.codePointCount(0, plan.length()) <= LONGEST_PLAN) {
            return plan;
        }
        faults.add(new FieldFault("plan", "must be a string of at most " + LONGEST_PLAN + " characters, or null"));
        return null;
    }

    @SuppressWarnings("unchecked") // a JSON object's keys are strings
    private static Map<String, ?> metadata(@Nullable Object value, List<FieldFault> faults) {
        if (value instanceof Map<?, ?> metadata) {
            return (Map<String, ?>) metadata;
        }
        if (value != null) {
            faults.add(new FieldFault("metadata", "must be an object, or null"));
        }
        return Map.of();
    }
}
