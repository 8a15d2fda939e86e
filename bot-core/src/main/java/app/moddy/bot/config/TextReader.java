package app.moddy.bot.config;

/** Text → one type. */
@FunctionalInterface
interface TextReader {
    /**
     * The value that the text stands for.
     *
     * @throws IllegalArgumentException when it stands for none; the message is the fault. An exception, because
     *     {@code @JsonCreator} methods have no other way to say so
     */
    Object read(String text);
}
