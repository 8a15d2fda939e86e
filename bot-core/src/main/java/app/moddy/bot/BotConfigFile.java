package app.moddy.bot;

import app.moddy.bot.config.ConfigException;
import app.moddy.bot.config.ConfigSection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Finds the configuration: the file that {@code MODDY_CONFIG} names, else {@code config.yml}, else the built-in copy. */
public final class BotConfigFile {
    private static final String USUAL = "config.yml";

    private BotConfigFile() {}

    /**
     * Reads it.
     *
     * @param environment what {@code ${…}} in it refers to
     * @throws ConfigException with all faults at once
     */
    public static BotConfig read(Map<String, String> environment) throws ConfigException {
        String named = environment.get("MODDY_CONFIG");
        Path file = Path.of(named == null || named.isBlank() ? USUAL : named);
        boolean useBuiltIn = (named == null || named.isBlank()) && !Files.exists(file);
        ConfigSection root =
                useBuiltIn ? ConfigSection.parse(builtIn(), USUAL, environment) : ConfigSection.read(file, environment);
        return root.bind(BotConfig.class);
    }

    /** The repository's own file: with it a deployment needs the environment only. */
    private static String builtIn() {
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
