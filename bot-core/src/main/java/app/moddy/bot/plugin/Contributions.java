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
import java.util.Set;

/**
 * What one plugin brings, each thing asked once for what it is.
 *
 * @param actions its actions
 * @param routes its routes by method and path
 * @param commands its commands by name
 * @param notes what it has to tell callers
 */
record Contributions(
        List<UserAction<?>> actions,
        Map<String, Route> routes,
        Map<String, SlashCommand> commands,
        List<CallerNote> notes) {

    static Contributions of(Injector injector) {
        Map<String, Route> routes = new HashMap<>();
        for (Route route : injector.getInstance(Key.get(new TypeLiteral<Set<Route>>() {}))) {
            Endpoint endpoint = route.endpoint();
            addOnce(routes, "the route", endpoint.method() + " " + endpoint.path(), new FixedRoute(endpoint, route));
        }
        Map<String, SlashCommand> commands = new HashMap<>();
        for (SlashCommand command : injector.getInstance(Key.get(new TypeLiteral<Set<SlashCommand>>() {}))) {
            FixedCommand fixed = new FixedCommand(command.data(), command.audience(), command);
            addOnce(commands, "the command", fixed.data().getName(), fixed);
        }
        Set<UserAction<?>> actions = injector.getInstance(Key.get(new TypeLiteral<Set<UserAction<?>>>() {}));
        Set<CallerNote> notes = injector.getInstance(Key.get(new TypeLiteral<Set<CallerNote>>() {}));
        return new Contributions(List.copyOf(actions), routes, commands, List.copyOf(notes));
    }

    private static <T> void addOnce(Map<String, T> all, String what, String name, T one) {
        if (all.put(name, one) != null) {
            throw new PluginFault("brings " + what + " " + name + " twice");
        }
    }

    /** Refuses what another plugin has brought already. */
    void requireNew(Map<String, String> ownersOfRoutes, Map<String, String> ownersOfCommands) {
        List<String> taken = new ArrayList<>();
        routes.keySet().stream()
                .filter(ownersOfRoutes::containsKey)
                .forEach(route -> taken.add("the route " + route + " of plugin " + ownersOfRoutes.get(route)));
        commands.keySet().stream()
                .filter(ownersOfCommands::containsKey)
                .forEach(name -> taken.add("the command /" + name + " of plugin " + ownersOfCommands.get(name)));
        if (!taken.isEmpty()) {
            throw new PluginFault("brings " + String.join(", ", taken) + " again");
        }
    }
}
