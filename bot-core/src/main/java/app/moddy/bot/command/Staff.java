package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import jakarta.inject.Inject;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;

/** Who is staff, and who an owner. Closed by default: a listed guild, and in it a listed role or user. */
final class Staff {
    private final StaffSettings settings;

    @Inject
    Staff(StaffSettings settings) {
        this.settings = settings;
    }

    boolean isStaffGuild(Guild guild) {
        return settings.guilds().contains(new Snowflake(guild.getIdLong()));
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
