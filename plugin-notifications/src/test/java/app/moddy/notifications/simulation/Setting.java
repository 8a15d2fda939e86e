package app.moddy.notifications.simulation;

import app.moddy.bot.discord.SimulatedDiscord;
import app.moddy.bot.discord.StaffChannel;
import app.moddy.bot.simulation.MachineClock;
import app.moddy.bot.simulation.SimulatedStore;
import app.moddy.bot.simulation.Simulation;
import app.moddy.notifications.delivery.NotificationSettings;
import java.util.List;

/**
 * What the processes of one schedule have in common, and what outlives them.
 *
 * @param machines one, or that of each of two
 * @param two whether they are two at once, on a database that is for several; else each has it for itself
 */
record Setting(
        Simulation simulation,
        Ground ground,
        SimulatedDiscord discord,
        SimulatedStore.Disk disk,
        List<MachineClock> machines,
        WireLog wire,
        NotificationSettings settings,
        boolean two,
        StaffChannel staff) {}
