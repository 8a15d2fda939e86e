package app.moddy.roles;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /internal/roles/update}: a backend says which roles a user is to have. */
final class RoleUpdateRoute implements Route {
    private static final Logger log = LoggerFactory.getLogger(RoleUpdateRoute.class);

    private final RoleUpdateParser parser;
    private final GuildChoice guilds;
    private final RoleUpdater updater;
    private final RoleAnswer answer;
    private final AtomicReference<Optional<GuildChoice.Fault>> told = new AtomicReference<>(Optional.empty());

    @Inject
    RoleUpdateRoute(RoleUpdateParser parser, GuildChoice guilds, RoleUpdater updater, RoleAnswer answer) {
        this.parser = parser;
        this.guilds = guilds;
        this.updater = updater;
        this.answer = answer;
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.post("/internal/roles/update");
    }

    @Override
    public CompletionStage<ApiResponse> handle(ApiRequest request) {
        request.refuseQueryBut();
        RoleWish wish = parser.parse(request.body());
        GuildChoice.Choice choice = guilds.choose();
        Optional<Snowflake> guild = choice.guild();
        if (guild.isEmpty()) {
            ApiResponse fault = RoleAnswer.of(choice.fault().orElseThrow());
            tell(choice.fault().get());
            return CompletableFuture.completedStage(fault);
        }
        told.set(Optional.empty());
        return updater.update(guild.get(), wish, "Plan: " + wish.plan()).thenApply(answer::of);
    }

    /** Once, not for each request: until there is a guild again, or another fault. */
    private void tell(GuildChoice.Fault fault) {
        if (!told.getAndSet(Optional.of(fault)).equals(Optional.of(fault))) {
            log.error("No roles can be changed, {}: check plugins.roles.guild_id", fault);
        }
    }
}
