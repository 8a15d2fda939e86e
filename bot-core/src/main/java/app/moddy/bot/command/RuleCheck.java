package app.moddy.bot.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;

/**
 * Whether a user may use something where they are. Who it is not for learns nothing but that: this is asked first. Cooldowns
 * are not asked here.
 */
final class RuleCheck {
    private final Staff staff;

    RuleCheck(Staff staff) {
        this.staff = staff;
    }

    /** Why not, if so. */
    Optional<NoticeText> refusal(Usable usable, Interaction interaction) {
        if (usable.rules().stream().anyMatch(own -> !staff.admits(own.rules().audience(), interaction))) {
            return Optional.of(NoticeText.NOT_YOURS);
        }
        List<Permission> ofCaller = all(usable, CommandRules::ofCaller);
        List<Permission> ofBot = all(usable, CommandRules::ofBot);
        boolean needsGuild = !ofCaller.isEmpty() || !ofBot.isEmpty();
        return elsewhere(usable, interaction, needsGuild)
                .or(() -> needsGuild ? missing(interaction, ofCaller, ofBot) : Optional.empty());
    }

    private static List<Permission> all(Usable usable, Function<CommandRules, List<Permission>> part) {
        return usable.rules().stream()
                .flatMap(own -> part.apply(own.rules()).stream())
                .distinct()
                .toList();
    }

    /** Discord keeps to the contexts too, except for commands of guilds and what its clients still remember. */
    private static Optional<NoticeText> elsewhere(Usable usable, Interaction interaction, boolean needsGuild) {
        Set<InteractionContextType> contexts = usable.root().getContexts();
        boolean isGuild = interaction.getGuild() != null;
        if (!isGuild && (needsGuild || contexts.equals(Set.of(InteractionContextType.GUILD)))) {
            return Optional.of(NoticeText.GUILD_ONLY);
        }
        return contexts.contains(interaction.getContext()) ? Optional.empty() : Optional.of(NoticeText.NOT_HERE);
    }

    private static Optional<NoticeText> missing(
            Interaction interaction, List<Permission> ofCaller, List<Permission> ofBot) {
        Guild guild = interaction.getGuild();
        Member caller = interaction.getMember();
        if (guild == null || caller == null || guild.isDetached()) {
            return Optional.of(NoticeText.NOT_HERE);
        }
        return missing("caller-needs", caller, ofCaller, interaction)
                .or(() -> missing("bot-needs", guild.getSelfMember(), ofBot, interaction));
    }

    private static Optional<NoticeText> missing(
            String key, Member member, List<Permission> needed, Interaction interaction) {
        String missing = needed.stream()
                .filter(permission -> !member.hasPermission(interaction.getGuildChannel(), permission))
                .map(Permission::getName)
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? Optional.empty() : Optional.of(NoticeText.of(key, "permissions", missing));
    }
}
