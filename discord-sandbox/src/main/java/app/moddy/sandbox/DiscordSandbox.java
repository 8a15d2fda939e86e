package app.moddy.sandbox;

import app.moddy.sandbox.gateway.GatewayServer;
import app.moddy.sandbox.rest.CallChecker;
import app.moddy.sandbox.rest.CallLog;
import app.moddy.sandbox.rest.FaultPlan;
import app.moddy.sandbox.rest.RateLimits;
import app.moddy.sandbox.rest.RestServer;
import app.moddy.sandbox.rest.RouteTable;
import app.moddy.sandbox.rest.TokenGate;
import app.moddy.sandbox.rest.resource.ApiRoutes;
import app.moddy.sandbox.schema.SchemaChecker;
import app.moddy.sandbox.world.CommandRegistry;
import app.moddy.sandbox.world.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A simulated Discord on 127.0.0.1: REST and gateway v10, with Discord's rules, for one bot. Thread-safe. What a bot
 * does wrong is answered as Discord would; what no bot should do, or the sandbox does not know, is also in
 * {@link #problems()}.
 */
public final class DiscordSandbox implements AutoCloseable {
    private final World world = new World();
    private final FaultPlan faults = new FaultPlan();
    private final SandboxServer server = new SandboxServer();
    private final MessageListeners listeners = new MessageListeners(world);
    private final TokenGate gate;
    private final CallLog calls;
    private final RouteTable routes;
    private final SandboxGateway gateway;
    private final SandboxAccounts accounts;

    DiscordSandbox(SandboxBuilder settings) {
        Supplier<String> url = () -> gatewayUrl().toString();
        gate = new TokenGate(settings.token());
        calls = settings.isLoggingCalls() ? CallLog.on() : CallLog.off();
        GatewayServer sockets = new GatewayServer(
                world, url, gate, settings.privilegedIntents(), settings.heartbeatInterval(), server.executor());
        gateway = new SandboxGateway(world, sockets.gateway());
        accounts = new SandboxAccounts(world, gateway);
        world.events(sockets.gateway());
        world.keepMessages(settings.isKeepingMessages());
        routes = ApiRoutes.table(world, url, gateway::identifies);
        CallChecker checker = settings.isCheckingSchema() ? new SchemaChecker(world::problem) : CallChecker.NONE;
        RateLimits limits = new RateLimits(
                world.clock(), settings.limits(), settings.globalLimit().orElse(null));
        RestServer rest = new RestServer(world, routes, gate, limits, faults, checker, calls, server.executor());
        server.listen(settings.port(), new FrontDoor(sockets, rest));
    }

    /** Starts one with free port, Discord's rate limits, and no check against the schema. */
    public static DiscordSandbox start() {
        return builder().start();
    }

    /** Returns what can be chosen before the start. */
    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /** Returns the base of the REST API, with a slash at the end. */
    public URI apiUrl() {
        return URI.create("http://127.0.0.1:" + server.port() + RestServer.BASE + "/");
    }

    /** Returns the address of the gateway, without a slash at the end. */
    public URI gatewayUrl() {
        return URI.create("ws://127.0.0.1:" + server.port());
    }

    /** Returns the token that the bot logs in with, without "Bot ". */
    public String token() {
        return gate.token();
    }

    /** Returns the id of the bot, which is also that of its application. */
    public String botId() {
        return world.users().self().id();
    }

    /** Returns the guild with this name; it is made, with the bot in it, when there is none. */
    public SandboxGuild guild(String name) {
        synchronized (world) {
            return new SandboxGuild(world, world.guilds().named(name));
        }
    }

    /**
     * Returns the user with this name; the account is made when there is none.
     *
     * @throws IllegalArgumentException when it is the name of a bot
     */
    public SandboxUser user(String name) {
        return accounts.human(name);
    }

    /** Returns the user with this name and id; the account is made when there is none. */
    public SandboxUser user(String name, long id) {
        return accounts.human(name, id);
    }

    /**
     * Returns another bot with this name; the account is made when there is none.
     *
     * @throws IllegalArgumentException when it is the name of a human or of the bot under test
     */
    public SandboxUser botUser(String name) {
        return accounts.bot(name);
    }

    String nameOf(String userId) {
        return accounts.nameOf(userId);
    }

    /** Returns what can be done to calls of a route, such as {@code POST /channels/{channel_id}/messages}. */
    public SandboxRoute on(String route) {
        return new SandboxRoute(faults, routes.byKey(route).key());
    }

    /** Returns what can be done to the bot's connections. */
    public SandboxGateway gateway() {
        return gateway;
    }

    /** From now on the token is wrong: 401 on every route that needs it, close 4004 on the gateway. */
    public void refuseToken() {
        gate.refuse();
    }

    /** From now on the token is right again. */
    public void acceptToken() {
        gate.accept();
    }

    /** Moves Discord's clock forward: windows of interactions, nonces and rate limits. Heartbeats keep real time. */
    public void advance(Duration duration) {
        world.clock().advance(duration);
        world.changed();
    }

    /** Returns Discord's time. */
    public Instant now() {
        return world.clock().now();
    }

    /**
     * Returns all that the bot sent over REST, in the order of the answers. The call is there as soon as its effect is.
     *
     * @throws IllegalStateException when the log is off
     */
    public List<SandboxCall> calls() {
        synchronized (world) {
            return calls.all().stream().map(SandboxCall::of).toList();
        }
    }

    /** Returns the calls of one route, such as {@code POST /users/@me/channels}. */
    public List<SandboxCall> calls(String route) {
        String key = routes.byKey(route).key();
        return calls().stream().filter(call -> call.route().equals(key)).toList();
    }

    /** Returns what no faithful bot would do, and what the sandbox does not know; one line each. */
    public List<String> problems() {
        synchronized (world) {
            return List.copyOf(world.problems());
        }
    }

    /** Returns the commands registered for a guild, as Discord stores them. */
    public List<JsonNode> commands(SandboxGuild guild) {
        return commandsIn(guild.id());
    }

    /** Returns the global commands, as Discord stores them. */
    public List<JsonNode> globalCommands() {
        return commandsIn(CommandRegistry.GLOBAL);
    }

    private List<JsonNode> commandsIn(String scope) {
        synchronized (world) {
            Collection<? extends JsonNode> found = world.commands().in(scope);
            return found.stream().<JsonNode>map(JsonNode::deepCopy).toList();
        }
    }

    /** Adds a listener to the bot's messages, wherever they are; called one at a time, on a thread of the sandbox. */
    public void onMessage(Consumer<SandboxMessage> listener) {
        listeners.add(listener);
    }

    /** Ends all connections and frees the port. */
    @Override
    public void close() {
        server.stop();
        listeners.stop();
    }
}
