package app.moddy.notifications.simulation;

import app.moddy.bot.discord.SimulatedDiscord;
import app.moddy.bot.discord.StaffChannel;
import app.moddy.bot.simulation.MachineClock;
import app.moddy.bot.simulation.SimulatedStore;
import app.moddy.bot.simulation.Simulation;
import app.moddy.notifications.delivery.NotificationSettings;

/**
 * What the processes of one schedule have in common, and what outlives them.
 *
 * @param two whether they are two at once, on a database that is for several; else each has it for itself
 */
record Setting(
        Simulation simulation,
        Ground ground,
        SimulatedDiscord discord,
        SimulatedStore.Disk disk,
        MachineClock machine,
        WireLog wire,
        NotificationSettings settings,
        boolean two,
        StaffChannel staff) {}
