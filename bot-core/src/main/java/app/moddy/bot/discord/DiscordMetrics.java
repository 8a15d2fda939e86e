package app.moddy.bot.discord;

import app.moddy.bot.metrics.Gauge;
import app.moddy.bot.metrics.Metrics;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** What is measured of the connection and of the paces. */
final class DiscordMetrics {
    private final DiscordStatus status;
    private final Admission admission;
    private final Gauge gateway;
    private final Gauge gone;
    private final Gauge rest;
    private final Gauge alarm;
    private final Gauge left;
    private final Gauge underWay;

    @Inject
    DiscordMetrics(
            Metrics metrics, WireTap wire, DiscordSettings settings, DiscordStatus status, PacedMessenger messenger) {
        this.status = status;
        this.admission = messenger.desk().admission();
        gateway = metrics.gauge("discord_gateway_up", "1 while events of the gateway arrive");
        gone = metrics.gauge(
                "discord_gateway_gone_seconds", "For how long the gateway has been away; 0 while it is up");
        rest = metrics.gauge("discord_rest_up", "1 while Discord's REST API answers");
        alarm = metrics.gauge("discord_alarm", "1 while this keeps the whole bot from sending", "kind");
        left = metrics.gauge(
                "discord_pace_left",
                "How many requests and new DMs the paces let go at once now; below 0 when in debt",
                "pace");
        underWay = metrics.gauge("discord_deliveries_under_way", "Messages that are with Discord now", "reach");
        Gauge pace = metrics.gauge("discord_pace_per_second", "The paces as they are configured", "pace");
        pace.set(settings.requestsPerSecond(), "requests");
        pace.set(settings.newDmsPerSecond(), "new_dms");
        metrics.beforeEachLook(this::look);
        wire.reportTo(new TrafficMetrics(metrics));
    }

    private CompletionStage<?> look() {
        gateway.set(status.gateway() == DiscordStatus.Gateway.CONNECTED ? 1 : 0);
        gone.set(status.gatewayGoneFor().toMillis() / 1_000.0);
        rest.set(status.restWorks() ? 1 : 0);
        Set<Alarm.Kind> raised = status.alarms().stream().map(Alarm::kind).collect(Collectors.toSet());
        for (Alarm.Kind kind : Alarm.Kind.values()) {
            alarm.set(raised.contains(kind) ? 1 : 0, word(kind));
        }
        left.set(admission.left().requests(), "requests");
        left.set(admission.left().newDms(), "new_dms");
        for (Reach reach : Reach.values()) {
            underWay.set(admission.underWay(reach), word(reach));
        }
        return CompletableFuture.completedStage("");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
