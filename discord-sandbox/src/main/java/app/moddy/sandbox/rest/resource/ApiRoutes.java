package app.moddy.sandbox.rest.resource;

import app.moddy.sandbox.rest.Handler;
import app.moddy.sandbox.rest.Limit;
import app.moddy.sandbox.rest.Route;
import app.moddy.sandbox.rest.RouteTable;
import app.moddy.sandbox.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The table of all routes, and their usual rate limits. */
public final class ApiRoutes {
    private static final String OPEN_DM = "POST /users/@me/channels";
    private static final String CHANNEL = "/channels/{channel_id}";
    private static final String MESSAGES = CHANNEL + "/messages";
    private static final String MESSAGE = MESSAGES + "/{message_id}";
    private static final String GUILD = "/guilds/{guild_id}";
    private static final String MEMBER = GUILD + "/members/{user_id}";
    private static final String MEMBER_ROLE = MEMBER + "/roles/{role_id}";
    private static final String WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}";
    private static final String CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback";
    private static final String GLOBAL_COMMANDS = "/applications/{application_id}/commands";
    private static final String GUILD_COMMANDS = "/applications/{application_id}/guilds/{guild_id}/commands";
    private static final String ROLES_BUCKET = "member roles";

    /** What Discord was seen to allow; the number for opening direct messages is an assumption. */
    public static final Map<String, Limit> USUAL_LIMITS = Map.of(
            "POST " + MESSAGES,
            new Limit(5, Duration.ofSeconds(5)),
            "PATCH " + MESSAGE,
            new Limit(5, Duration.ofSeconds(5)),
            ROLES_BUCKET,
            new Limit(10, Duration.ofSeconds(10)),
            "POST " + WEBHOOK,
            new Limit(5, Duration.ofSeconds(2)),
            OPEN_DM,
            new Limit(10, Duration.ofSeconds(10)));

    private final List<Route> routes = new ArrayList<>();

    private ApiRoutes() {}

    /** Returns every route that the sandbox knows. */
    public static RouteTable table(World world, Supplier<String> gatewayUrl, IntSupplier identifies) {
        ApiRoutes table = new ApiRoutes();
        MessageDesk desk = new MessageDesk(world);
        table.accounts(new Users(world), new Applications(world, gatewayUrl, identifies));
        table.channels(new Messages(world, desk));
        table.guilds(new Guilds(world));
        table.commands(GLOBAL_COMMANDS, new Commands(world));
        table.commands(GUILD_COMMANDS, new Commands(world));
        ReplyDesk replies = new ReplyDesk(world, desk);
        table.interactions(new Callbacks(world, replies), new FollowUps(world, replies));
        return new RouteTable(List.copyOf(table.routes));
    }

    /** Returns the names under which requests are counted: method and template, or one that routes share. */
    public static Set<String> buckets() {
        return table(new World(), () -> "", () -> 0).routes().stream()
                .map(Route::bucket)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void accounts(Users users, Applications applications) {
        open("GET", "/gateway", applications::gateway);
        add("GET", "/gateway/bot", applications::gatewayForBot);
        add("GET", "/applications/@me", applications::self);
        add("GET", "/oauth2/applications/@me", applications::self);
        add("GET", "/users/@me", users::self);
        add("POST", "/users/@me/channels", users::openDirect);
        add("GET", "/users/{user_id}", users::user);
    }

    private void channels(Messages messages) {
        add("GET", CHANNEL, messages::channel);
        add("GET", MESSAGES, messages::list);
        add("POST", MESSAGES, messages::create);
        add("GET", MESSAGE, messages::get);
        add("PATCH", MESSAGE, messages::edit);
        add("DELETE", MESSAGE, messages::delete);
    }

    private void guilds(Guilds guilds) {
        add("GET", GUILD, guilds::guild);
        add("GET", GUILD + "/roles", guilds::roles);
        add("GET", GUILD + "/channels", guilds::channels);
        add("GET", MEMBER, guilds::member);
        routes.add(new Route("PUT", MEMBER_ROLE, true, ROLES_BUCKET, guilds::grant));
        routes.add(new Route("DELETE", MEMBER_ROLE, true, ROLES_BUCKET, guilds::revoke));
    }

    private void commands(String base, Commands commands) {
        add("GET", base, commands::list);
        add("PUT", base, commands::replace);
        add("POST", base, commands::create);
        add("GET", base + "/{command_id}", commands::get);
        add("PATCH", base + "/{command_id}", commands::edit);
        add("DELETE", base + "/{command_id}", commands::delete);
    }

    private void interactions(Callbacks callbacks, FollowUps followUps) {
        open("POST", CALLBACK, callbacks::respond);
        open("POST", WEBHOOK, followUps::create);
        for (String message : List.of("/messages/@original", "/messages/{message_id}")) {
            open("GET", WEBHOOK + message, followUps::get);
            open("PATCH", WEBHOOK + message, followUps::edit);
            open("DELETE", WEBHOOK + message, followUps::delete);
        }
    }

    private void add(String method, String template, Handler handler) {
        routes.add(new Route(method, template, true, method + " " + template, handler));
    }

    /** Adds a route that needs no token of the bot: whoever knows the path may use it. */
    private void open(String method, String template, Handler handler) {
        routes.add(new Route(method, template, false, method + " " + template, handler));
    }
}
