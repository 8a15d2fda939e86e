package app.moddy.roles;

import app.moddy.bot.discord.DiscordStatus;
import app.moddy.bot.discord.MemberRoles;
import app.moddy.bot.discord.Snowflake;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** In which guild roles are changed: the configured one, else the only one that the bot is in. */
final class GuildChoice {
    private final Optional<Snowflake> configured;
    private final MemberRoles roles;
    private final DiscordStatus status;

    @Inject
    GuildChoice(RoleSettings settings, MemberRoles roles, DiscordStatus status) {
        this.configured = Optional.ofNullable(settings.guildId());
        this.roles = roles;
        this.status = status;
    }

    /** Why there is no guild. A closed set: switch over it without {@code default}. */
    enum Fault {
        NOT_CONNECTED,
        NO_GUILD,
        SEVERAL_GUILDS,
        NOT_IN_GUILD
    }

    /**
     * The guild, or what is wrong.
     *
     * @param guild empty when there is a fault
     * @param fault empty when there is a guild
     */
    record Choice(Optional<Snowflake> guild, Optional<Fault> fault) {}

    Choice choose() {
        DiscordStatus.Gateway gateway = status.gateway(); // first: once it is connected all guilds are known
        if (gateway == DiscordStatus.Gateway.CONNECTING || gateway == DiscordStatus.Gateway.STANDBY) {
            return without(Fault.NOT_CONNECTED);
        }
        List<Snowflake> guilds = roles.guilds();
        boolean isKnown = configured.map(guilds::contains).orElse(!guilds.isEmpty());
        if (!isKnown && gateway != DiscordStatus.Gateway.CONNECTED) { // a new login forgets them until it is done
            return without(Fault.NOT_CONNECTED);
        }
        if (configured.isPresent()) {
            return isKnown ? with(configured.get()) : without(Fault.NOT_IN_GUILD);
        }
        return switch (guilds.size()) {
            case 0 -> without(Fault.NO_GUILD);
            case 1 -> with(guilds.get(0));
            default -> without(Fault.SEVERAL_GUILDS);
        };
    }

    private static Choice with(Snowflake guild) {
        return new Choice(Optional.of(guild), Optional.empty());
    }

    private static Choice without(Fault fault) {
        return new Choice(Optional.empty(), Optional.of(fault));
    }
}
