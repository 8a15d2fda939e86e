package app.moddy.notifications.delivery;

/**
 * One run of the bot, from its start to its end: who holds a lease.
 *
 * @param id the instance's; no other run has it
 */
record Run(String id) {}
