package app.moddy.sandbox.gateway;

/**
 * Why the gateway closes a connection.
 *
 * @see <a href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway">Close event codes</a>
 */
enum CloseCode {
    UNKNOWN_ERROR(4000, "Unknown error."),
    UNKNOWN_OPCODE(4001, "Unknown opcode."),
    DECODE_ERROR(4002, "Error while decoding payload."),
    NOT_AUTHENTICATED(4003, "Not authenticated."),
    AUTHENTICATION_FAILED(4004, "Authentication failed."),
    ALREADY_AUTHENTICATED(4005, "Already authenticated."),
    RATE_LIMITED(4008, "Rate limited."),
    SESSION_TIMED_OUT(4009, "Session timed out."),
    INVALID_SHARD(4010, "Invalid shard."),
    INVALID_VERSION(4012, "Invalid API version."),
    INVALID_INTENTS(4013, "Invalid intent(s)."),
    DISALLOWED_INTENTS(4014, "Disallowed intent(s).");

    private final int number;
    private final String reason;

    CloseCode(int number, String reason) {
        this.number = number;
        this.reason = reason;
    }

    int number() {
        return number;
    }

    String reason() {
        return reason;
    }

    /** Whether a close by the gateway ends the session too: normal ends, invalid sequence, session timed out. */
    static boolean endsSession(int number) {
        return number == 1000 || number == 1001 || number == 4007 || number == 4009;
    }
}
