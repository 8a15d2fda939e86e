package app.moddy.bot.plugin;

import app.moddy.bot.command.CallerNote;
import app.moddy.bot.command.Served;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.command.UserMenu;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.bot.message.UserAction;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one plugin brings, each thing asked once for what it is.
 *
 * @param actions its actions
 * @param routes its routes by what they answer to
 * @param commands its commands and user menus by label
 * @param notes what it has to tell callers
 * @param details what it has to say of how it is
 */
record Contributions(
        List<UserAction<?>> actions,
        Map<Endpoint, Route> routes,
        Map<String, Served> commands,
        List<CallerNote> notes,
        List<HealthDetail> details) {
    private static final Pattern DETAIL = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    /** @param threads on which they are to run */
    static Contributions of(Injector injector, PluginThreads threads) {
        Set<UserAction<?>> actions = all(injector, new TypeLiteral<Set<UserAction<?>>>() {});
        Set<CallerNote> notes = all(injector, new TypeLiteral<Set<CallerNote>>() {});
        return new Contributions(
                List.copyOf(actions),
                routes(injector, threads),
                commands(injector, threads),
                notes.stream()
                        .<CallerNote>map(note -> new OwnNote(note, threads))
                        .toList(),
                details(injector));
    }

    private static List<HealthDetail> details(Injector injector) {
        Map<String, HealthDetail> details = new LinkedHashMap<>();
        for (HealthDetail detail : all(injector, new TypeLiteral<Set<HealthDetail>>() {})) {
            if (!DETAIL.matcher(detail.name()).matches()) {
                throw new PluginFault("brings the health detail '" + detail.name()
                        + "': its name must be a-z, 0-9 and _, beginning with a letter");
            }
            if (details.put(detail.name(), detail) != null) {
                throw new PluginFault("brings the health detail " + detail.name() + " twice");
            }
        }
        return List.copyOf(details.values());
    }

    private static <T> Set<T> all(Injector injector, TypeLiteral<Set<T>> type) {
        return injector.getInstance(Key.get(type));
    }

    private static Map<Endpoint, Route> routes(Injector injector, PluginThreads threads) {
        Map<Endpoint, Route> routes = new HashMap<>();
        for (Route route : all(injector, new TypeLiteral<Set<Route>>() {})) {
            Endpoint endpoint = route.endpoint();
            colliding(endpoint, routes.keySet()).ifPresent(same -> {
                throw new PluginFault("brings the route " + name(same, endpoint) + " twice");
            });
            routes.put(endpoint, new FixedRoute(endpoint, route, threads));
        }
        return routes;
    }

    private static Map<String, Served> commands(Injector injector, PluginThreads threads) {
        Map<String, Served> commands = new HashMap<>();
        Stream.concat(
                        all(injector, new TypeLiteral<Set<SlashCommand>>() {}).stream()
                                .map(command -> served(() -> Served.of(command))),
                        all(injector, new TypeLiteral<Set<UserMenu>>() {}).stream()
                                .map(menu -> served(() -> Served.of(menu))))
                .forEach(served -> {
                    if (commands.put(served.label(), served.on(threads, threads::failed)) != null) {
                        throw new PluginFault("brings the " + served.label() + " twice");
                    }
                });
        return commands;
    }

    private static Served served(Supplier<Served> asked) {
        try {
            return asked.get();
        } catch (IllegalArgumentException e) { // Discord's rules, as JDA or core tell them to the author
            throw new PluginFault("a command can not be: " + e.getMessage());
        }
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
                    .ifPresent(same -> taken.add("the route " + name(same, route) + " of " + ownersOfRoutes.get(same)));
        }
        commands.keySet().stream()
                .filter(ownersOfCommands::containsKey)
                .forEach(label -> taken.add("the " + label + " of " + ownersOfCommands.get(label)));
        if (!taken.isEmpty()) {
            throw new PluginFault("brings " + String.join(", ", taken) + " again");
        }
    }
}
