package app.moddy.roles;

import app.moddy.bot.discord.RoleOutcome;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.Replies;
import java.util.Formatter;
import java.util.Locale;
import java.util.Map;
import net.dv8tion.jda.api.entities.IMentionable;
import net.dv8tion.jda.api.entities.UserSnowflake;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** What the commands say, in one caller's language. */
record RoleWords(Replies replies, DiscordLocale language) {
    String say(String key, Map<String, ?> values) {
        return replies.say(language, key, values);
    }

    String fault(GuildChoice.Fault fault) {
        return replies.say(language, "guild." + GuildDetail.key(fault));
    }

    String why(RoleOutcome outcome, String code) {
        return say("why." + outcome.name().toLowerCase(Locale.ROOT), Map.of("code", code));
    }

    /** As a value for {@link #say}: shown as a mention that pings nobody. */
    static UserSnowflake user(Snowflake user) {
        return UserSnowflake.fromId(user.id());
    }

    /** The same for a role. */
    static IMentionable role(Snowflake role) {
        return new RoleMention(role.id());
    }

    private record RoleMention(long id) implements IMentionable {
        @Override
        public String getAsMention() {
            return "<@&" + id + ">";
        }

        @Override
        public long getIdLong() {
            return id;
        }

        @Override
        public void formatTo(Formatter formatter, int flags, int width, int precision) {
            formatter.format("%s", getAsMention());
        }
    }
}
