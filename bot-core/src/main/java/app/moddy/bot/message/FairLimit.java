package app.moddy.bot.message;

import java.util.Arrays;

/** Shares a budget among texts so that short ones stay whole and all long ones are cut to the same length. */
final class FairLimit {
    private FairLimit() {}

    /** The greatest length to which the texts can be clipped so that all of them fit; no limit if they fit already. */
    static int level(int[] lengths, int budget) {
        int[] sorted = lengths.clone();
        Arrays.sort(sorted);
        int left = budget;
        for (int i = 0; i < sorted.length; i++) {
            int share = left / (sorted.length - i);
            if (sorted[i] > share) {
                return share;
            }
            left -= sorted[i];
        }
        return Integer.MAX_VALUE;
    }
}
