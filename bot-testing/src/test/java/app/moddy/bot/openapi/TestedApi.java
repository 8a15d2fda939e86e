package app.moddy.bot.openapi;

import app.moddy.bot.http.Endpoint;
import app.moddy.bot.json.Json;
import app.moddy.bot.plugin.PluginApi;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a server of a test promises. */
public final class TestedApi {
    private TestedApi() {}

    /** The document of a bot with these endpoints, each of which answers 200 or 202 with something, and what every one answers beside. */
    public static String document(List<Endpoint> endpoints) {
        PluginApi api = new PluginApi("test", TestedApi.class, endpoints);
        Map<String, Object> document =
                new ApiDocument("test", Map.of()).with(List.of(api)).toMap();
        for (Endpoint endpoint : endpoints) {
            Map<String, Object> path = Description.part(Description.part(document, "paths"), endpoint.path());
            Map<String, Object> answers =
                    Description.part(Description.part(path, endpoint.method().toLowerCase(Locale.ROOT)), "responses");
            answers.remove("default");
            List.of("200", "202").forEach(status -> answers.put(status, Map.of("description", "Done")));
        }
        return Json.write(document);
    }
}
