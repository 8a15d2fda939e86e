package app.moddy.bot.discord;

/**
 * How fast the bot may go.
 *
 * @param requestsPerSecond of all requests to Discord's REST API but the answers to interactions
 * @param newDmsPerSecond of DM channels that are opened
 */
record PaceSettings(double requestsPerSecond, double newDmsPerSecond) {}
