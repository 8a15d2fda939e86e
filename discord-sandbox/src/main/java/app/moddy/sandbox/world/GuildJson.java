package app.moddy.sandbox.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The two shapes of a guild: as an event of the gateway and as an answer of the REST API. */
public final class GuildJson {
    private GuildJson() {}

    /** Returns GUILD_CREATE: members are only the bot, as without the privileged intents. */
    public static ObjectNode event(Guild guild, Member bot) {
        ObjectNode json = common(guild);
        json.put("joined_at", Json.time(guild.createdAt()));
        json.put("large", false).put("unavailable", false);
        json.put("member_count", guild.members().size()).putArray("members").add(bot.json());
        ArrayNode channels = json.putArray("channels");
        guild.channels().forEach(channel -> channels.add(channel.json()));
        for (String empty : List.of(
                "threads",
                "presences",
                "voice_states",
                "stage_instances",
                "guild_scheduled_events",
                "soundboard_sounds")) {
            json.putArray(empty);
        }
        return json;
    }

    /** Returns the answer to GET guild. */
    public static ObjectNode answer(Guild guild, boolean withCounts) {
        ObjectNode json = common(guild);
        for (String absent : List.of(
                "home_header",
                "splash",
                "discovery_splash",
                "banner",
                "description",
                "application_id",
                "widget_channel_id",
                "max_presences",
                "vanity_url_code",
                "rules_channel_id",
                "safety_alerts_channel_id",
                "public_updates_channel_id",
                "incidents_data")) {
            json.putNull(absent);
        }
        json.put("region", "deprecated").put("widget_enabled", false).put("nsfw", false);
        json.put("max_stage_video_channel_users", 50).put("max_video_channel_users", 25);
        json.put("premium_subscription_count", 0);
        if (withCounts) {
            json.put("approximate_member_count", guild.members().size()).put("approximate_presence_count", 1);
        }
        return json;
    }

    private static ObjectNode common(Guild guild) {
        ObjectNode json = Json.object();
        json.put("id", guild.id()).put("name", guild.name()).putNull("icon");
        json.put("owner_id", guild.owner().id());
        ArrayNode roles = json.putArray("roles");
        guild.roles().forEach(role -> roles.add(role.json()));
        json.putArray("emojis");
        json.putArray("stickers");
        json.putArray("features");
        json.put("preferred_locale", "en-US").put("verification_level", 0).put("default_message_notifications", 0);
        json.put("explicit_content_filter", 0).put("mfa_level", 0).put("nsfw_level", 0);
        json.put("afk_timeout", 300).putNull("afk_channel_id").putNull("system_channel_id");
        json.put("system_channel_flags", 0).put("premium_tier", 0).put("premium_progress_bar_enabled", false);
        return json.put("max_members", 500_000);
    }
}
