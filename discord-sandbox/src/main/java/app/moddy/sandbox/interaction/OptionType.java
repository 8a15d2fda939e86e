package app.moddy.sandbox.interaction;

/**
 * The types of options that have a value, in Discord's numbering.
 *
 * @see <a href="https://discord.com/developers/docs/interactions/application-commands">Application commands</a>
 */
enum OptionType {
    STRING(3),
    INTEGER(4),
    BOOLEAN(5),
    USER(6),
    CHANNEL(7),
    ROLE(8),
    MENTIONABLE(9),
    NUMBER(10),
    ATTACHMENT(11);

    private final int number;

    OptionType(int number) {
        this.number = number;
    }

    static OptionType of(int number) {
        for (OptionType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw new IllegalArgumentException("No option type " + number);
    }
}
