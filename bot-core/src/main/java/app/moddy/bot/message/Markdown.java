package app.moddy.bot.message;

/** Text that is Discord's Markdown already, so that it is not escaped again. */
record Markdown(String text) {
    @Override
    public String toString() {
        return text;
    }
}
