package app.moddy.roles;

import app.moddy.bot.discord.MemberRoles;
import app.moddy.bot.discord.RoleResult;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.http.ApiException;
import app.moddy.bot.http.ApiResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of a wish, as a backend sees it. */
final class RoleAnswer {
    private static final Duration LOGIN = Duration.ofSeconds(5);

    private final MemberRoles roles;

    @Inject
    RoleAnswer(MemberRoles roles) {
        this.roles = roles;
    }

    /** @throws ApiException 503 when nothing can be done now */
    ApiResponse of(RoleReport report) {
        Optional<RoleResult> stopped = report.stoppedBy();
        if (stopped.isPresent()) {
            return stopped(report, stopped.get());
        }
        if (report.failures().isEmpty()) {
            return body(200, true, "Roles updated successfully", true, Optional.of(report.guild()));
        }
        return body(
                500,
                false,
                "Failed to update roles: " + byRole(report) + kept(report),
                report.hasChanged(),
                Optional.of(report.guild()));
    }

    private String byRole(RoleReport report) {
        return report.failures().stream()
                .map(step -> "%s %s: %s"
                        .formatted(
                                switch (step.kind()) {
                                    case ADD -> "cannot add";
                                    case REMOVE -> "cannot remove";
                                },
                                named(report.guild(), step.role()),
                                why(step.result())))
                .collect(Collectors.joining("; "));
    }

    private String kept(RoleReport report) {
        return report.kept().isEmpty()
                ? ""
                : report.kept().stream()
                        .map(role -> named(report.guild(), role))
                        .collect(Collectors.joining(", ", "; kept, since not every role could be added: ", ""));
    }

    /** What was refused before it ended is said, too: repeating it would not help there. */
    private ApiResponse stopped(RoleReport report, RoleResult why) {
        Optional<Snowflake> guild = Optional.of(report.guild());
        String before = report.failures().isEmpty() ? "" : "; " + byRole(report);
        return switch (why.outcome()) {
            case NOT_A_MEMBER -> body(404, false, "User not found in Discord server", false, guild);
            case NOT_NOW ->
                throw ApiException.unavailable(
                        why.retryAfter(),
                        "Discord cannot be reached or limits the bot; repeating is harmless" + before);
            case DONE, MISSING_PERMISSION, HIERARCHY, UNASSIGNABLE, UNKNOWN_ROLE, NOT_IN_GUILD, REFUSED ->
                body(500, false, "Failed to update roles: " + why(why) + before, report.hasChanged(), guild);
        };
    }

    /** @throws ApiException 503 when that may end by itself */
    static ApiResponse of(GuildChoice.Fault fault) {
        return switch (fault) {
            case NOT_CONNECTED -> throw ApiException.unavailable(LOGIN, "The bot is not connected to Discord");
            case NO_GUILD -> withoutGuild("the bot is in no guild: invite it");
            case SEVERAL_GUILDS -> withoutGuild("the bot is in several guilds: set plugins.roles.guild_id");
            case NOT_IN_GUILD -> withoutGuild("the bot is not in the guild of plugins.roles.guild_id");
        };
    }

    private static ApiResponse withoutGuild(String why) {
        return body(500, false, "Failed to update roles: " + why, false, Optional.empty());
    }

    private String named(Snowflake guild, Snowflake role) {
        return roles.name(guild, role).map(name -> name + " (" + role + ")").orElse(role.toString());
    }

    private static String why(RoleResult result) {
        return switch (result.outcome()) {
            case MISSING_PERMISSION -> "missing permission, the bot needs Manage Roles";
            case HIERARCHY -> "role hierarchy, the bot's highest role must be above it";
            case UNASSIGNABLE -> "it belongs to an integration, to boosters or to everyone, so nobody can";
            case UNKNOWN_ROLE -> "there is no such role";
            case NOT_IN_GUILD -> "the bot is not in the guild";
            case REFUSED -> "Discord refuses it (" + result.code() + ")";
            case DONE, NOT_A_MEMBER, NOT_NOW ->
                throw new IllegalArgumentException(result.outcome() + " is no failure of one role");
        };
    }

    private static ApiResponse body(
            int status, boolean success, String message, boolean updated, Optional<Snowflake> guild) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", success);
        body.put("message", message);
        body.put("roles_updated", updated);
        guild.ifPresent(id -> body.put("guild_id", id.toString()));
        return ApiResponse.of(status, body);
    }
}
