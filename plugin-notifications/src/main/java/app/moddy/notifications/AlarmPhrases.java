package app.moddy.notifications;

import app.moddy.bot.discord.Alarm;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bot's alarms in sentences. */
final class AlarmPhrases {
    private AlarmPhrases() {}

    static List<String> of(List<Alarm> alarms, Phrases phrases) {
        return alarms.stream().map(alarm -> sentence(alarm, phrases)).toList();
    }

    private static String sentence(Alarm alarm, Phrases phrases) {
        Map<String, Object> values = new HashMap<>();
        values.put("since", alarm.since());
        Instant next = alarm.nextProbe();
        if (next != null) {
            values.put("next", next);
        }
        return phrases.say(
                switch (alarm.kind()) {
                    case TOKEN_REFUSED -> "alarm.token_refused";
                    case QUARANTINED -> "alarm.quarantined";
                    case OPENING_TOO_FAST -> "alarm.opening_too_fast";
                },
                values);
    }
}
