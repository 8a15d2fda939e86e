package app.moddy.roles;

import app.moddy.bot.message.Replies;
import app.moddy.bot.plugin.HealthDetail;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** In health: the guild whose members' roles are changed, or why there is none. */
final class GuildDetail implements HealthDetail {
    private final GuildChoice guilds;
    private final Replies replies;

    @Inject
    GuildDetail(GuildChoice guilds, Replies replies) {
        this.guilds = guilds;
        this.replies = replies;
    }

    @Override
    public String name() {
        return "guild";
    }

    @Override
    public CompletionStage<Map<String, Object>> detail() {
        GuildChoice.Choice choice = guilds.choose();
        return CompletableFuture.completedStage(choice.guild()
                .<Map<String, Object>>map(guild -> Map.of("id", guild.toString()))
                .orElseGet(() -> Map.of("fault", key(choice.fault().orElseThrow()))));
    }

    @Override
    public String inWords(Map<String, Object> values, DiscordLocale language) {
        Object fault = values.get("fault");
        return fault == null
                ? replies.say(language, "guild.chosen", values)
                : "⚠️ " + replies.say(language, "guild." + fault);
    }

    static String key(GuildChoice.Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT);
    }
}
