package app.moddy.notifications.action;

import app.moddy.bot.message.ActionRegistry;
import app.moddy.bot.message.MessageModule;
import app.moddy.bot.message.MessageSettings;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.Notice;
import app.moddy.bot.message.TemplateFaultException;
import app.moddy.bot.message.TemplateSource;
import app.moddy.notifications.NotificationsPlugin;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The real message service with the built-in actions. */
final class Templates {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Templates() {}

    static MessageTemplates with(MessageSettings settings) {
        Injector injector = Guice.createInjector(
                new MessageModule(),
                binder -> binder.bind(MessageSettings.class).toInstance(settings));
        try {
            injector.getInstance(ActionRegistry.class)
                    .register("notifications", BuiltInActions.ALL, TemplateSource.of(NotificationsPlugin.class));
        } catch (TemplateFaultException e) {
            throw new AssertionError(String.join("\n", e.faults()), e);
        }
        return injector.getInstance(MessageTemplates.class);
    }

    /** The names of all files of requests/. */
    static List<String> requests() {
        try (Stream<Path> files = Files.list(Path.of(
                Objects.requireNonNull(Templates.class.getResource("/requests")).toURI()))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError("requests/", e);
        }
    }

    /** A file of requests/, as the HTTP route would hand it on. */
    static Notice request(MessageTemplates templates, String file) {
        try (InputStream in = Templates.class.getResourceAsStream("/requests/" + file + ".json")) {
            JsonNode json = JSON.readTree(Objects.requireNonNull(in, file));
            Map<?, ?> metadata = JSON.convertValue(json.path("metadata"), Map.class);
            return notice(templates, json, metadata == null ? Map.of() : metadata);
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    private static Notice notice(MessageTemplates templates, JsonNode json, Map<?, ?> metadata) {
        Map<String, Object> fields = new HashMap<>();
        metadata.forEach((key, value) -> fields.put((String) key, value));
        return templates.notice(
                json.path("action").textValue(), json.path("plan").textValue(), fields);
    }
}
