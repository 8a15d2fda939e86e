package app.moddy.bot.plugin;

import app.moddy.bot.command.CallerNote;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.bot.message.UserAction;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one plugin brings, each thing asked once for what it is.
 *
 * @param actions its actions
 * @param routes its routes by what they answer to
 * @param commands its commands by name
 * @param notes what it has to tell callers
 */
record Contributions(
        List<UserAction<?>> actions,
        Map<Endpoint, Route> routes,
        Map<String, SlashCommand> commands,
        List<CallerNote> notes) {

    static Contributions of(Injector injector) {
        Map<Endpoint, Route> routes = new HashMap<>();
        for (Route route : injector.getInstance(Key.get(new TypeLiteral<Set<Route>>() {}))) {
            Endpoint endpoint = route.endpoint();
            colliding(endpoint, routes.keySet()).ifPresent(same -> {
                throw new PluginFault("brings the route " + name(same, endpoint) + " twice");
            });
            routes.put(endpoint, new FixedRoute(endpoint, route));
        }
        Map<String, SlashCommand> commands = new HashMap<>();
        for (SlashCommand command : injector.getInstance(Key.get(new TypeLiteral<Set<SlashCommand>>() {}))) {
            FixedCommand fixed = new FixedCommand(command.data(), command.audience(), command);
            if (commands.put(fixed.data().getName(), fixed) != null) {
                throw new PluginFault("brings the command " + fixed.data().getName() + " twice");
            }
        }
        Set<UserAction<?>> actions = injector.getInstance(Key.get(new TypeLiteral<Set<UserAction<?>>>() {}));
        Set<CallerNote> notes = injector.getInstance(Key.get(new TypeLiteral<Set<CallerNote>>() {}));
        return new Contributions(List.copyOf(actions), routes, commands, List.copyOf(notes));
    }

    private static Optional<Endpoint> colliding(Endpoint endpoint, Set<Endpoint> others) {
        return others.stream().filter(endpoint::collidesWith).findAny();
    }

    /** The first one's name, with the other's when that is written differently. */
    private static String name(Endpoint first, Endpoint other) {
        String name = first.method() + " " + first.path();
        return first.path().equals(other.path()) ? name : name + " (as " + other.path() + ")";
    }

    /** Refuses what another plugin has brought already. */
    void requireNew(Map<Endpoint, String> ownersOfRoutes, Map<String, String> ownersOfCommands) {
        List<String> taken = new ArrayList<>();
        for (Endpoint route : routes.keySet()) {
            colliding(route, ownersOfRoutes.keySet())
                    .ifPresent(same ->
                            taken.add("the route " + name(same, route) + " of plugin " + ownersOfRoutes.get(same)));
        }
        commands.keySet().stream()
                .filter(ownersOfCommands::containsKey)
                .forEach(name -> taken.add("the command /" + name + " of plugin " + ownersOfCommands.get(name)));
        if (!taken.isEmpty()) {
            throw new PluginFault("brings " + String.join(", ", taken) + " again");
        }
    }
}
