package app.moddy.bot.message;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/** What is to be said to one user. Made by {@link MessageTemplates}, hence of a registered action; immutable. */
public final class Notice {
    private final String action;
    private final @Nullable String plan;
    private final Record metadata;
    private final @Nullable DiscordLocale language;
    private final boolean test;
    private final List<MetadataWarning> warnings;

    private Notice(
            String action,
            @Nullable String plan,
            Record metadata,
            @Nullable DiscordLocale language,
            boolean test,
            List<MetadataWarning> warnings) {
        this.action = action;
        this.plan = plan;
        this.metadata = metadata;
        this.language = language;
        this.test = test;
        this.warnings = warnings;
    }

    static Notice of(String action, @Nullable String plan, MetadataReading<?> reading) {
        String visiblePlan = plan == null ? null : VisibleText.orNull(plan);
        return new Notice(action, visiblePlan, reading.metadata(), reading.language(), false, reading.warnings());
    }

    /** The action's name. */
    public String action() {
        return action;
    }

    /** The plan; empty when there is none or it is blank. */
    public Optional<String> plan() {
        return Optional.ofNullable(plan);
    }

    /** An instance of the action's metadata record. */
    public Record metadata() {
        return metadata;
    }

    /** The language that is wished for; the embed may come out in another one that exists. */
    public Optional<DiscordLocale> language() {
        return Optional.ofNullable(language);
    }

    /** Whether the embed is marked as a test. */
    public boolean test() {
        return test;
    }

    /** What of the metadata could not be read. */
    public List<MetadataWarning> warnings() {
        return warnings;
    }

    /** The same, with another wish for the language. */
    public Notice withLanguage(DiscordLocale wish) {
        return new Notice(action, plan, metadata, Objects.requireNonNull(wish, "wish is null"), test, warnings);
    }

    /** The same, marked as a test in title and footer. */
    public Notice asTest() {
        return new Notice(action, plan, metadata, language, true, warnings);
    }
}
