package app.moddy.notifications.simulation;

import app.moddy.bot.discord.SimulatedDiscord;
import app.moddy.bot.discord.StaffChannel;
import app.moddy.bot.simulation.MachineClock;
import app.moddy.bot.simulation.SimulatedStore;
import app.moddy.bot.simulation.Simulation;
import app.moddy.notifications.delivery.NotificationSettings;

/** What the processes of one schedule have in common, and what outlives them. */
record Setting(
        Simulation simulation,
        Ground ground,
        SimulatedDiscord discord,
        SimulatedStore.Disk disk,
        MachineClock machine,
        WireLog wire,
        NotificationSettings settings,
        StaffChannel staff) {}
