package app.moddy.notifications.delivery;

/** What staff's retry of a notification comes to, as it stands. A closed set: switch over it without {@code default}. */
public enum Retry {
    /** There is no such notification. */
    UNKNOWN,
    /** It failed, and is sent again. */
    AGAIN,
    /** It waits in the inbox, is taken back and sent; it comes back if the user's DMs are still closed. */
    FROM_INBOX,
    /** It may have arrived: it is looked for, and sent if it is not found. */
    SEARCH_FIRST,
    /** It is pending, and due at once. */
    DUE_NOW,
    /** An attempt is under way just now: nothing is done. */
    UNDER_WAY,
    /** It has arrived: nothing is done. */
    DELIVERED,
    /** The user has read it in the inbox: nothing is done. */
    READ,
    /** Its user was erased: nothing can be done. */
    ERASED,
    /** What it says is no longer kept: nothing can be done. */
    CONTENT_GONE;

    static Retry of(Outcome outcome, boolean ofUser, boolean withContent, boolean leased, InboxState inbox) {
        if (outcome == Outcome.DELIVERED) {
            return DELIVERED;
        }
        if (!ofUser) {
            return ERASED;
        }
        if (inbox == InboxState.READ) {
            return READ;
        }
        if (!withContent) {
            return CONTENT_GONE;
        }
        return switch (outcome) {
            case PENDING -> leased ? UNDER_WAY : DUE_NOW;
            case EXPIRED, REFUSED, USER_NOT_FOUND -> AGAIN;
            case DM_CLOSED, FALLBACK_CHANNEL -> FROM_INBOX;
            case UNCERTAIN -> SEARCH_FIRST;
            case DELIVERED -> DELIVERED;
            case ERASED -> ERASED;
        };
    }

    /** Whether it is finished, and pending once more after the retry. */
    boolean isReopened() {
        return this == AGAIN || this == FROM_INBOX || this == SEARCH_FIRST;
    }
}
