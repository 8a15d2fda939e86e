package app.moddy.notifications.delivery;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * One run of the bot, from its start to its end: who holds a lease.
 *
 * @param id no other run has it
 */
record Run(String id) {
    static Run begin(RandomGenerator random) {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return new Run(HexFormat.of().formatHex(bytes));
    }
}
