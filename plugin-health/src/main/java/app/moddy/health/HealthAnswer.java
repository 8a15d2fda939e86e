package app.moddy.health;

import app.moddy.bot.discord.Alarm;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.message.TemplateFault;
import app.moddy.bot.plugin.PluginDetail;
import app.moddy.bot.plugin.PluginStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Health as JSON. */
final class HealthAnswer {
    private HealthAnswer() {}

    static ApiResponse of(Health health) {
        List<String> troubles = health.troubles().stream().map(Trouble::english).toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", troubles.isEmpty() ? "healthy" : "unhealthy");
        body.put("service", "discord-bot");
        body.put("version", health.version());
        if (!troubles.isEmpty()) {
            body.put("error", String.join("; ", troubles));
        }
        body.put(
                "gateway",
                Map.of(
                        "state", word(health.gateway()),
                        "gone_for_seconds", health.gatewayGoneFor().toSeconds()));
        body.put("rest", Map.of("works", health.restWorks()));
        body.put("alarms", health.alarms().stream().map(HealthAnswer::alarm).toList());
        body.put("store", store(health.storeFault()));
        body.put(
                "plugins",
                health.plugins().stream()
                        .map(plugin -> plugin(plugin, health.detailsOf(plugin)))
                        .toList());
        body.put(
                "template_faults",
                health.templateFaults().stream().map(TemplateFault::toString).toList());
        return ApiResponse.of(troubles.isEmpty() ? 200 : 503, body);
    }

    private static Map<String, Object> alarm(Alarm alarm) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", word(alarm.kind()));
        body.put("since", text(alarm.since()));
        if (alarm.nextProbe() != null) {
            body.put("next_probe", text(alarm.nextProbe()));
        }
        return body;
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString(); // as precise as the rest of the API
    }

    private static Map<String, Object> store(String fault) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("works", fault.isEmpty());
        if (!fault.isEmpty()) {
            body.put("reason", fault);
        }
        return body;
    }

    private static Map<String, Object> plugin(PluginStatus plugin, List<PluginDetail> details) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", plugin.name());
        if (!plugin.jar().isEmpty()) {
            body.put("jar", plugin.jar());
        }
        body.put("state", word(plugin.state()));
        body.put("required", plugin.required());
        if (!plugin.reason().isEmpty()) {
            body.put("reason", plugin.reason());
        }
        if (!details.isEmpty()) {
            Map<String, Object> byName = new LinkedHashMap<>();
            details.forEach(detail -> byName.put(detail.name(), detail(detail)));
            body.put("details", byName);
        }
        return body;
    }

    private static Map<String, Object> detail(PluginDetail detail) {
        if (!detail.fault().isEmpty()) {
            return Map.of("error", detail.fault());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        detail.values().forEach((key, value) -> body.put(key, value instanceof Instant time ? text(time) : value));
        return body;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
