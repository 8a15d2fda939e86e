package app.moddy.bot.message;

import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Metadata with a component of every type. */
record Example(
        @Nullable String text,
        @Nullable Long amount,

        @Pattern(regexp = "[A-Za-z]{3}", message = "must be an ISO 4217 code such as eur") @Nullable
        String currency,

        @Nullable Boolean isPaid,
        @Nullable Instant startsAt,
        @Nullable List<String> items) {
    static final UserAction<Example> ACTION = new UserAction<>("example", Example.class);
}
