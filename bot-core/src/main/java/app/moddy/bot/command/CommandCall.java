package app.moddy.bot.command;

import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.IMentionable;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message.Attachment;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.unions.GuildChannelUnion;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/**
 * One use of a slash command, with its options. Whoever asks for an option that the command does not declare, or for another
 * type than it declares, gets an {@link IllegalArgumentException}: a bug. Immutable.
 */
public final class CommandCall extends InteractionCall {
    private final Options options;

    CommandCall(SlashCommandInteractionEvent event, String command, List<OptionData> options, DiscordLocale language) {
        super(event, command, language);
        this.options = new Options(event, command, options);
    }

    /** The value of an option of the type {@code STRING}, when it was given. */
    public Optional<String> text(String option) {
        return options.get(option, OptionType.STRING, OptionMapping::getAsString);
    }

    /** The value of an option of the type {@code INTEGER}, when it was given. */
    public Optional<Long> integer(String option) {
        return options.get(option, OptionType.INTEGER, OptionMapping::getAsLong);
    }

    /** The value of an option of the type {@code NUMBER}, when it was given. */
    public Optional<Double> number(String option) {
        return options.get(option, OptionType.NUMBER, OptionMapping::getAsDouble);
    }

    /** The value of an option of the type {@code BOOLEAN}, when it was given. */
    public Optional<Boolean> flag(String option) {
        return options.get(option, OptionType.BOOLEAN, OptionMapping::getAsBoolean);
    }

    /** The value of an option of the type {@code USER}, when it was given. */
    public Optional<User> user(String option) {
        return options.get(option, OptionType.USER, OptionMapping::getAsUser);
    }

    /** The same as a member of the guild; empty as well when they are not in it. */
    public Optional<Member> member(String option) {
        return options.mapping(option, OptionType.USER).flatMap(user -> Optional.ofNullable(user.getAsMember()));
    }

    /** The value of an option of the type {@code ROLE}, when it was given. */
    public Optional<Role> role(String option) {
        return options.get(option, OptionType.ROLE, OptionMapping::getAsRole);
    }

    /** The value of an option of the type {@code CHANNEL}, when it was given. */
    public Optional<GuildChannelUnion> channel(String option) {
        return options.get(option, OptionType.CHANNEL, OptionMapping::getAsChannel);
    }

    /** The value of an option of the type {@code MENTIONABLE}, when it was given: a user, a member or a role. */
    public Optional<IMentionable> mentionable(String option) {
        return options.get(option, OptionType.MENTIONABLE, OptionMapping::getAsMentionable);
    }

    /** The value of an option of the type {@code ATTACHMENT}, when it was given. */
    public Optional<Attachment> attachment(String option) {
        return options.get(option, OptionType.ATTACHMENT, OptionMapping::getAsAttachment);
    }
}
