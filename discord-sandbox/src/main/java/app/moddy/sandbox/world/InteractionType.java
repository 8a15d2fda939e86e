package app.moddy.sandbox.world;

/** What a user did. */
public enum InteractionType {
    COMMAND(2),
    COMPONENT(3),
    AUTOCOMPLETE(4);

    private final int number;

    InteractionType(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
