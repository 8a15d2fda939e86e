package app.moddy.bot;

import app.moddy.bot.config.ConfigException;
import app.moddy.bot.config.ConfigSection;
import app.moddy.bot.config.Secret;
import app.moddy.bot.message.MessageSettings;
import app.moddy.bot.plugin.PluginSettings;
import app.moddy.bot.store.StoreSettings;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a configuration can be looked at although there are faults in the rest of it: each part is read by itself, so that
 * one fault does not hide others.
 */
final class SoundParts {
    private final ConfigSection root;

    SoundParts(ConfigSection root) {
        this.root = root;
    }

    /** The token, unless it is missing or what is wrong with it was said with the rest. */
    Optional<Secret> token(List<String> saidAlready) {
        return saidAlready.stream().anyMatch(fault -> fault.startsWith("discord.token:"))
                ? Optional.empty()
                : read("discord", Discord.class).flatMap(found -> Optional.ofNullable(found.token()));
    }

    /** Where the data is. */
    Optional<StoreSettings> store() {
        return read("store", StoreSettings.class);
    }

    /** With what plugins and texts can be looked at: in place of what is faulty stands the built-in file's. */
    BotConfig forPluginsAndTexts() throws ConfigException {
        BotConfig shipped = BotConfigFile.builtIn().readWithoutSecrets(Map.of());
        return new BotConfig(
                shipped.discord(),
                shipped.http(),
                shipped.staff(),
                store().orElse(shipped.store()),
                messages().orElse(shipped.messages()),
                shipped.logs(),
                plugins().orElse(shipped.plugins()));
    }

    private Optional<MessageSettings> messages() {
        return read("messages", MessageSettings.class)
                .or(() -> read("messages", Messages.class)
                        .map(found -> new MessageSettings(null, null, null, null, found.templatesFolder())));
    }

    private Optional<PluginSettings> plugins() {
        return read("plugins", PluginSettings.class)
                .or(() -> read("plugins", Plugins.class)
                        .map(found -> new PluginSettings(found.folder(), Set.of(), Set.of(), found.sections())));
    }

    private <T extends Record> Optional<T> read(String section, Class<T> type) {
        try {
            return Optional.of(root.section(section).bind(type));
        } catch (ConfigException e) { // said already, of the whole
            return Optional.empty();
        }
    }

    private record Discord(
            @Nullable Secret token, @JsonAnySetter ConfigSection others) {}

    private record Messages(
            @Nullable String templatesFolder, @JsonAnySetter ConfigSection others) {}

    private record Plugins(
            @Nullable String folder,
            ConfigSection required,
            ConfigSection disabled,
            @JsonAnySetter ConfigSection sections) {}
}
