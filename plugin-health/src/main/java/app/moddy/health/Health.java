package app.moddy.health;

import app.moddy.bot.discord.Alarm;
import app.moddy.bot.discord.DiscordStatus.Gateway;
import app.moddy.bot.message.TemplateFault;
import app.moddy.bot.plugin.PluginDetail;
import app.moddy.bot.plugin.PluginState;
import app.moddy.bot.plugin.PluginStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the bot is at one moment.
 *
 * @param version the project's version
 * @param gateway where the gateway is
 * @param gatewayGoneFor for how long it has been away; zero while connected
 * @param restWorks whether Discord's REST API answers
 * @param alarms what keeps the whole bot from sending
 * @param storeFault why the store accepts no writes; empty when it does
 * @param plugins all plugins
 * @param details what those that run have to say
 * @param templateFaults what keeps files of the operator's templates from being used
 */
record Health(
        String version,
        Gateway gateway,
        Duration gatewayGoneFor,
        boolean restWorks,
        List<Alarm> alarms,
        String storeFault,
        List<PluginStatus> plugins,
        List<PluginDetail> details,
        List<TemplateFault> templateFaults) {
    /** A reconnect takes seconds; who is away for longer does not come back by itself soon. */
    private static final Duration TOO_LONG = Duration.ofSeconds(60);

    /**
     * Why the bot is unhealthy; empty when it is healthy. An ill plugin is named elsewhere and is no reason, nor is an alarm
     * that leaves known users served, nor a faulty template file.
     */
    List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        switch (gateway) {
            case CONNECTING -> troubles.add(Trouble.FIRST_LOGIN);
            case RECONNECTING -> {
                if (gatewayGoneFor.compareTo(TOO_LONG) > 0) {
                    troubles.add(Trouble.gatewayGone(gatewayGoneFor.toSeconds()));
                }
            }
            case CONNECTED, STANDBY -> {}
        }
        if (!restWorks) {
            troubles.add(Trouble.REST_SILENT);
        }
        if (alarms.stream().anyMatch(alarm -> alarm.kind() == Alarm.Kind.TOKEN_REFUSED)) {
            troubles.add(Trouble.TOKEN_REFUSED);
        }
        if (!storeFault.isEmpty()) {
            troubles.add(Trouble.storeRefuses(storeFault));
        }
        return troubles;
    }

    /** What this plugin has to say. */
    List<PluginDetail> detailsOf(PluginStatus plugin) {
        return details.stream()
                .filter(detail ->
                        plugin.state() == PluginState.RUNNING && detail.plugin().equals(plugin.name()))
                .toList();
    }
}
