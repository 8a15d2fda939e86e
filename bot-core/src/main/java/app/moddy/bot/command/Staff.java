package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import jakarta.inject.Inject;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is staff, and who an owner. Closed by default: a listed guild, and in it a listed role or user. */
final class Staff {
    private static final Logger log = LoggerFactory.getLogger(Staff.class);

    private final StaffSettings settings;

    @Inject
    Staff(StaffSettings settings) {
        this.settings = settings;
    }

    boolean isStaffGuild(Guild guild) {
        return settings.guilds().contains(new Snowflake(guild.getIdLong()));
    }

    /** A wrong id would only show in staff's commands not being there. */
    void warnOfUnknownGuilds(JDA jda) {
        for (Snowflake guild : settings.guilds()) {
            if (jda.getGuildById(guild.id()) == null && !jda.isUnavailable(guild.id())) {
                log.warn(
                        "The bot is in no guild {}, which staff.guilds (MODDY_STAFF_GUILDS) names: there are no staff"
                                + " commands there",
                        guild);
            }
        }
    }

    /** Whether who did this belongs to the audience where they did it. */
    boolean admits(Audience audience, Interaction interaction) {
        return switch (audience) {
            case OWNER -> isInStaffGuild(interaction) && isOwner(interaction.getMember());
            case STAFF ->
                isInStaffGuild(interaction) && (isListed(interaction.getMember()) || isOwner(interaction.getMember()));
            case EVERYONE -> true;
        };
    }

    private boolean isInStaffGuild(Interaction interaction) {
        Guild guild = interaction.getGuild();
        return guild != null && isStaffGuild(guild);
    }

    private boolean isOwner(@Nullable Member member) {
        return member != null && settings.owners().contains(new Snowflake(member.getIdLong()));
    }

    private boolean isListed(@Nullable Member member) {
        return member != null
                && (settings.users().contains(new Snowflake(member.getIdLong()))
                        || member.getRoles().stream()
                                .anyMatch(role -> settings.roles().contains(new Snowflake(role.getIdLong()))));
    }
}
