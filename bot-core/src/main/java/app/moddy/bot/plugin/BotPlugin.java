package app.moddy.bot.plugin;

import app.moddy.bot.command.CallerNote;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.command.UserMenu;
import app.moddy.bot.config.ConfigException;
import app.moddy.bot.config.ConfigSection;
import app.moddy.bot.http.Route;
import app.moddy.bot.message.UserAction;
import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A plugin: a Guice module that says in {@link #configure()} what it brings, with the verbs {@link #action}, {@link
 * #route}, {@link #command}, {@link #userMenu}, {@link #note}, {@link #health}, {@link #migrations} and {@link #settings}. Found by {@link java.util.ServiceLoader} on the class
 * path and in the jars of the folder {@code plugins}: name the class in {@code
 * META-INF/services/app.moddy.bot.plugin.BotPlugin}, and give it a public constructor without parameters. What a jar sees of
 * the bot is {@code app.moddy.bot}, JDA, Guice, {@code jakarta.inject}, {@code jakarta.validation}, Jackson's annotations,
 * SLF4J and JSpecify; it brings all other libraries itself.
 *
 * <p>Each plugin has an injector of its own, with core's services in it: {@code MessageTemplates}, {@code Replies}, {@code
 * Messenger}, {@code MemberRoles}, {@code UserLanguages}, {@code StaffChannel}, {@code AuditLog}, {@code DiscordStatus}, {@code StoreStatus},
 * {@code Metrics}, {@code Timer}, {@code java.time.Clock}, {@code
 * java.util.random.RandomGenerator} (thread-safe), {@link Plugins} and {@link BotInfo}. Plugins do not see each other.
 * Whatever a plugin throws while it is loaded, wired or started is reported as its reason, and the others run; so is one that
 * takes over 10 s for one of these, without its migrations. Each step of its life runs on a thread of its own, one after the
 * other.
 *
 * <p>The templates of its actions, and what its commands say, lie beside the plugin's class as {@code templates/<language>.yml}.
 * So does {@code openapi.yml}, if there is one: it describes the plugin's routes for {@code GET /internal/openapi.json}, as a part
 * of an OpenAPI 3.1 document with {@code paths} and {@code components/schemas}. What the server adds to every route (token, path's
 * parameters, refusals) need not be in it; core's schemas {@code Error}, {@code Invalid}, {@code Snowflake} and {@code Notice} (an
 * {@code action} with its {@code metadata}) may be referred to.
 */
public abstract class BotPlugin extends AbstractModule {
    private @Nullable ConfigSection section;
    private @Nullable Supplier<Store> migrated;
    private boolean takesSettings;

    /** The plugin's name in configuration, logs and health: {@code [a-z][a-z0-9-]*}, at most 50 characters. */
    public abstract String name();

    /**
     * Called once after wiring, before the first request or command. May throw: the plugin is ill then, as it is after 10 s; if
     * this returns after all, {@link #stop} is called.
     */
    public void start(Injector injector) throws Exception {}

    /**
     * Called once when the bot begins to stop, if {@link #start} succeeded: who waits for something that takes longer has
     * their answer now. Requests and commands under way go on; new ones are refused. Returns at once: nobody waits
     * for more than half a second.
     */
    public void leave() throws Exception {}

    /** Called once when the bot stops, if {@link #start} succeeded; after the last request, beside the other plugins. Nobody waits for more than 4.5 s. */
    public void stop() throws Exception {}

    /**
     * Called when what the plugin keeps was moved into another database ({@code moddy migrate-store}), in the same transaction:
     * what was taken by the bot that ran on the old one is let go here. The plugin is wired, and not started.
     */
    public void moved(Sql sql) {}

    /** Brings an action; its templates must be there too. */
    protected final void action(UserAction<?> action) {
        Multibinder.newSetBinder(binder(), new TypeLiteral<UserAction<?>>() {})
                .addBinding()
                .toInstance(action);
    }

    /** Brings an HTTP route. */
    protected final void route(Class<? extends Route> route) {
        Multibinder.newSetBinder(binder(), Route.class).addBinding().to(route).in(Singleton.class);
    }

    /** Brings a slash command. */
    protected final void command(Class<? extends SlashCommand> command) {
        Multibinder.newSetBinder(binder(), SlashCommand.class)
                .addBinding()
                .to(command)
                .in(Singleton.class);
    }

    /** Brings a command in the context menu of users. */
    protected final void userMenu(Class<? extends UserMenu> menu) {
        Multibinder.newSetBinder(binder(), UserMenu.class).addBinding().to(menu).in(Singleton.class);
    }

    /** Brings something to tell whoever uses a command. */
    protected final void note(Class<? extends CallerNote> note) {
        Multibinder.newSetBinder(binder(), CallerNote.class)
                .addBinding()
                .to(note)
                .in(Singleton.class);
    }

    /** Brings something to say of how the plugin is. */
    protected final void health(Class<? extends HealthDetail> detail) {
        Multibinder.newSetBinder(binder(), HealthDetail.class)
                .addBinding()
                .to(detail)
                .in(Singleton.class);
    }

    /**
     * Keeps data: its migrations lie beside its class as {@code migrations/V<n>__<name>.sql}, n counting from 1. They are run
     * here, each once and in order, and then {@link Store} can be injected. All plugins share one database: begin the names of
     * tables with the plugin's own. Never change a migration that users have run: add another.
     */
    protected final void migrations() {
        bind(Store.class)
                .toInstance(Objects.requireNonNull(migrated, "not wired by the host")
                        .get());
    }

    /**
     * Takes the section {@code plugins.<name>} of the configuration as this record, checked by its Jakarta Validation
     * constraints, for injection. Keys are the snake_case of the components' names.
     */
    protected final <C extends Record> void settings(Class<C> type) {
        takesSettings = true;
        try {
            C bound = Objects.requireNonNull(section, "not wired by the host").bind(type);
            bind(type).toInstance(bound);
        } catch (ConfigException e) {
            throw new PluginFault(String.valueOf(e.getMessage()), e.withSource());
        }
    }

    /**
     * Run by the host before wiring.
     *
     * @param migratedStore runs this plugin's migrations
     */
    final void prepare(ConfigSection own, Supplier<Store> migratedStore) {
        section = own;
        migrated = migratedStore;
    }

    final boolean takesSettings() {
        return takesSettings;
    }
}
