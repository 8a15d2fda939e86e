package app.moddy.bot;

import app.moddy.bot.command.StaffSettings;
import app.moddy.bot.discord.DiscordSettings;
import app.moddy.bot.http.HttpSettings;
import app.moddy.bot.message.MessageSettings;
import app.moddy.bot.plugin.PluginSettings;
import app.moddy.bot.store.StoreSettings;

/**
 * The whole configuration, valid. What each setting means stands in {@code config.yml}.
 *
 * @param discord where Discord is and who we are there
 * @param http the internal API
 * @param staff who is staff
 * @param store where what must outlive the process is
 * @param messages languages and money
 * @param logs what the log looks like
 * @param plugins which plugins run, and a section for each
 */
public record BotConfig(
        DiscordSettings discord,
        HttpSettings http,
        StaffSettings staff,
        StoreSettings store,
        MessageSettings messages,
        LogSettings logs,
        PluginSettings plugins) {

    /** The same, served to this machine only. */
    public BotConfig onLoopback() {
        HttpSettings loopback = new HttpSettings("127.0.0.1", http.port(), http.secrets());
        return new BotConfig(discord, loopback, staff, store, messages, logs, plugins);
    }
}
