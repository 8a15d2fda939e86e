package app.moddy.bot;

import app.moddy.bot.config.ConfigException;
import app.moddy.bot.config.ConfigSection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the configuration is: the file that {@code MODDY_CONFIG} names, else {@code config.yml}, else the built-in copy. */
public final class BotConfigFile {
    private static final String USUAL = "config.yml";
    private static final List<String> SECRETS = List.of("DISCORD_TOKEN", "INTERNAL_API_SECRET");

    private final @Nullable Path file;

    private BotConfigFile(@Nullable Path file) {
        this.file = file;
    }

    /** The one that this environment asks for. */
    public static BotConfigFile of(Map<String, String> environment) {
        String named = environment.get("MODDY_CONFIG");
        if (named != null && !named.isBlank()) {
            return new BotConfigFile(Path.of(named));
        }
        Path usual = Path.of(USUAL);
        return Files.exists(usual) ? new BotConfigFile(usual) : builtIn();
    }

    /** The repository's own file: with it a deployment needs the environment only. */
    public static BotConfigFile builtIn() {
        return new BotConfigFile(null);
    }

    /** What to call it when something is to be said of it. */
    public String name() {
        return file == null ? "the built-in " + USUAL : file.toAbsolutePath().toString();
    }

    /**
     * Reads it.
     *
     * @param environment what {@code ${…}} in it refers to
     * @throws ConfigException with all faults at once
     */
    public BotConfig read(Map<String, String> environment) throws ConfigException {
        return untyped(environment).bind(BotConfig.class);
    }

    /** The same, of which nothing is known but that it is YAML. */
    ConfigSection untyped(Map<String, String> environment) throws ConfigException {
        return file == null
                ? ConfigSection.parse(builtInText(), name(), environment)
                : ConfigSection.read(file.toAbsolutePath(), environment);
    }

    /**
     * The same for programs that need no secrets: something stands in for those that are missing.
     *
     * @throws ConfigException with all faults at once
     */
    public BotConfig readWithoutSecrets(Map<String, String> environment) throws ConfigException {
        Map<String, String> complete = new HashMap<>(environment);
        SECRETS.forEach(name ->
                complete.merge(name, "stands-in-for-what-is-missing", (own, other) -> own.isBlank() ? other : own));
        return read(complete);
    }

    private static String builtInText() {
        try (InputStream in = BotConfigFile.class.getResourceAsStream("/" + USUAL)) {
            return new String(
                    Objects.requireNonNull(in, "the built-in config.yml is missing")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
