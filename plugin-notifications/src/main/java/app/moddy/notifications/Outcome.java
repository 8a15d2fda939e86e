package app.moddy.notifications;

import app.moddy.bot.discord.Delivery;
import app.moddy.bot.message.MetadataWarning;
import java.util.List;

/**
 * What became of a notification.
 *
 * @param id the notification's id
 * @param delivery what became of its message
 * @param botFailed whether the bot itself failed before anything was sent
 * @param warnings what of the metadata could not be read
 */
record Outcome(String id, Delivery delivery, boolean botFailed, List<MetadataWarning> warnings) {}
