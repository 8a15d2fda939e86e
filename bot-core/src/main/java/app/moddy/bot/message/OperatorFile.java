package app.moddy.bot.message;

import net.dv8tion.jda.api.interactions.DiscordLocale;

/** A file of the operator's folder: texts in place of the plugins', or in a further language. */
record OperatorFile(DiscordLocale language, String name, String text) {}
