package app.moddy.sandbox.rest;

/**
 * The errors that the sandbox answers by itself, each with the HTTP status it was observed with.
 *
 * @see <a href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json">JSON error codes</a>
 */
public enum DiscordError {
    UNAUTHORIZED(401, 0, "401: Unauthorized"),
    NOT_FOUND(404, 0, "404: Not Found"),
    METHOD_NOT_ALLOWED(405, 0, "405: Method Not Allowed"),
    INTERNAL(500, 0, "500: Internal Server Error"),
    UNKNOWN_APPLICATION(404, 10002, "Unknown Application"),
    UNKNOWN_CHANNEL(404, 10003, "Unknown Channel"),
    UNKNOWN_GUILD(404, 10004, "Unknown Guild"),
    UNKNOWN_MEMBER(404, 10007, "Unknown Member"),
    UNKNOWN_MESSAGE(404, 10008, "Unknown Message"),
    UNKNOWN_ROLE(404, 10011, "Unknown Role"),
    UNKNOWN_USER(404, 10013, "Unknown User"),
    UNKNOWN_WEBHOOK(404, 10015, "Unknown Webhook"),
    UNKNOWN_INTERACTION(404, 10062, "Unknown interaction"),
    UNKNOWN_COMMAND(404, 10063, "Unknown application command"),
    NOT_AUTHORIZED_ON_APPLICATION(403, 20012, "You are not authorized to perform this action on this application"),
    MAX_COMMANDS(400, 30032, "Maximum number of application commands reached (100)."),
    TOO_LARGE(413, 40005, "Request entity too large"),
    ALREADY_ACKNOWLEDGED(400, 40060, "Interaction has already been acknowledged."),
    MISSING_ACCESS(403, 50001, "Missing Access"),
    INVALID_DM_ACTION(403, 50003, "Cannot execute action on a DM channel"),
    NOT_AUTHOR(403, 50005, "Cannot edit a message authored by another user"),
    EMPTY_MESSAGE(400, 50006, "Cannot send an empty message"),
    CANNOT_SEND_TO_USER(403, 50007, "Cannot send messages to this user"),
    CANNOT_OPEN_DM(400, 50007, "Cannot send messages to this user"),
    MISSING_PERMISSIONS(403, 50013, "Missing Permissions"),
    INVALID_WEBHOOK_TOKEN(401, 50027, "Invalid Webhook Token"),
    INVALID_ROLE(400, 50028, "Invalid Role"),
    INVALID_RECIPIENT(400, 50033, "Invalid Recipient(s)"),
    INVALID_JSON(400, 50109, "The request body contains invalid JSON."),
    NO_MUTUAL_GUILDS(403, 50278, "Cannot send messages to this user due to having no mutual guilds");

    private final int status;
    private final int code;
    private final String message;

    DiscordError(int status, int code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    /** Returns the error as an HTTP answer. */
    public Answer answer() {
        return Answer.error(status, code, message);
    }
}
