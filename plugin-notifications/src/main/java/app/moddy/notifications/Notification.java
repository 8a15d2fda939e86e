package app.moddy.notifications;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.Notice;

/**
 * One action for one user.
 *
 * @param id what a user quotes to staff, and Discord's nonce: decimal digits, ordered by time
 * @param recipient who gets it
 * @param notice what it says
 */
record Notification(String id, Snowflake recipient, Notice notice) {}
