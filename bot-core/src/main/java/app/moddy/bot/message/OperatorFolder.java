package app.moddy.bot.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** The folder in which the operator has texts of their own: {@code <locale>.yml}. It need not be there. */
final class OperatorFolder {
    private static final String ENDING = ".yml";

    /** Many times what all texts of a language take. */
    private static final long MOST_BYTES = 1_000_000;

    private final Path folder;

    OperatorFolder(Path folder) {
        this.folder = folder;
    }

    /** When a file was written last, and how long it is. */
    record Stamp(FileTime written, long bytes) {
        /** Of one that can not be looked at, such as a link to nowhere. */
        private static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1);

        private static Stamp of(Path file) {
            try {
                return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
            } catch (IOException e) { // reading it says why
                return NONE;
            }
        }
    }

    /**
     * What there is now, by name; two answers are equal if no file has changed.
     *
     * @throws IOException when the folder is there and can not be listed
     */
    SortedMap<String, Stamp> stamps() throws IOException {
        SortedMap<String, Stamp> stamps = new TreeMap<>();
        for (Path file : files()) {
            stamps.put(name(file), Stamp.of(file));
        }
        return stamps;
    }

    /**
     * All files that can be read.
     *
     * @param faults what is wrong with the others is added
     * @throws IOException when the folder is there and can not be listed
     */
    Map<DiscordLocale, OperatorFile> read(List<TemplateFault> faults) throws IOException {
        Map<DiscordLocale, OperatorFile> read = new LinkedHashMap<>();
        for (Path file : files()) {
            DiscordLocale language = language(name(file));
            TemplateFaults own = TemplateFaults.ofOperator(language, file.toString(), faults);
            if (language == DiscordLocale.UNKNOWN) {
                own.add(TemplateFault.NO_LINE, "(file)", misnamed(name(file)));
            } else {
                read(file, language, own, read);
            }
        }
        return read;
    }

    /** What to say of a folder that can not be listed. */
    TemplateFault fault(IOException failure) {
        return new TemplateFault(
                DiscordLocale.UNKNOWN,
                folder.toString(),
                TemplateFault.NO_LINE,
                "(folder)",
                "can not be listed: " + failure);
    }

    private static void read(
            Path file, DiscordLocale language, TemplateFaults faults, Map<DiscordLocale, OperatorFile> read) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) { // a named pipe would hold up who reads it
                faults.add(TemplateFault.NO_LINE, "(file)", "is no ordinary file");
            } else if (attributes.size() > MOST_BYTES) {
                faults.add(
                        TemplateFault.NO_LINE,
                        "(file)",
                        "has %s bytes, at most %s are read".formatted(attributes.size(), MOST_BYTES));
            } else {
                read.put(language, new OperatorFile(language, file.toString(), Files.readString(file)));
            }
        } catch (CharacterCodingException e) {
            faults.add(TemplateFault.NO_LINE, "(file)", "is not UTF-8; save it as such");
        } catch (IOException e) {
            faults.add(TemplateFault.NO_LINE, "(file)", "can not be read: " + e);
        }
    }

    private List<Path> files() throws IOException {
        if (Files.notExists(folder)) { // not so when nobody can say: that is no reason to forget its files
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> isTemplate(name(file))).sorted().toList();
        } catch (UncheckedIOException e) { // how the stream says that it can not go on
            throw e.getCause();
        }
    }

    /** Notes and editors' own files are none. One that ends in .yaml would else be missed in silence. */
    private static boolean isTemplate(String name) {
        return !name.startsWith(".") && (name.endsWith(ENDING) || name.endsWith(".yaml"));
    }

    private static DiscordLocale language(String name) {
        return name.endsWith(ENDING) ? DiscordLocale.from(tag(name)) : DiscordLocale.UNKNOWN;
    }

    private static String misnamed(String name) {
        List<String> tags =
                YamlFiles.languages().stream().map(DiscordLocale::getLocale).toList();
        return tags.contains(tag(name))
                ? "must end in .yml; rename it"
                : "is not named like a Discord locale, such as de.yml" + NearestName.hint(tag(name), tags);
    }

    private static String tag(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
