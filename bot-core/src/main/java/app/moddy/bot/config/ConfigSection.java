package app.moddy.bot.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One part of the configuration, not yet typed. Immutable and safe for use by several threads.
 *
 * <p>Scalars may refer to environment variables: <code>${NAME}</code> must be set, <code>${NAME:default}</code> need
 * not be, and <code>$${</code> stands for the text <code>${</code>. A variable that is empty counts as not set. What a
 * variable holds is data: it is never read as YAML, and never shown in a fault.
 */
public final class ConfigSection {
    private final Value value;
    private final Place place;
    private final Environment environment;

    ConfigSection(Value value, Place place, Environment environment) {
        this.value = value;
        this.place = place;
        this.environment = environment;
    }

    /** Loads what {@link #bind} takes half a second to load, for who has something else to begin meanwhile. Thread-safe. */
    public static void prepare() {
        Constraints.prepare();
    }

    /**
     * Reads a YAML file in UTF-8.
     *
     * @param environment the variables that scalars may refer to, usually {@code System.getenv()}
     * @throws ConfigException when the file can not be read, is no YAML (with line and column), repeats a key, has
     *     several documents or is anything but keys and values
     */
    public static ConfigSection read(Path file, Map<String, String> environment) throws ConfigException {
        try {
            return parse(Files.readString(file), file.toString(), environment);
        } catch (NoSuchFileException e) {
            throw unreadable(file, "there is no such file");
        } catch (CharacterCodingException e) {
            throw unreadable(file, "is not UTF-8 text");
        } catch (IOException e) {
            throw unreadable(file, "can not be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static ConfigException unreadable(Path file, String why) {
        return new ConfigException(List.of(new ConfigFault(file.toString(), why)), file.toString());
    }

    /**
     * Reads YAML text; an empty one is an empty section.
     *
     * @param name what faults call the text as a whole, usually its file name
     * @param environment the variables that scalars may refer to
     * @throws ConfigException as for {@link #read}
     */
    public static ConfigSection parse(String yaml, String name, Map<String, String> environment)
            throws ConfigException {
        Place root = Place.root(name);
        return new ConfigSection(new YamlReader(root).read(yaml), root, new Environment(environment));
    }

    /** The part under a key; an empty one when the key is absent. */
    public ConfigSection section(String key) {
        Value part = value instanceof Value.Mapping mapping ? mapping.get(key) : new Value.Absent(place.at());
        return new ConfigSection(part, place.key(key, part.at()), environment);
    }

    /** What the configuration as a whole is called: usually the file that this part is to be written into. */
    public String source() {
        return place.name();
    }

    /** The keys of this part, in the file's order. */
    public Set<String> keys() {
        return value instanceof Value.Mapping mapping ? mapping.entries().keySet() : Set.of();
    }

    /**
     * Makes a record of this part.
     *
     * <p>A component {@code apiUrl} is the key {@code api_url}. Taken are text, whole numbers, {@code Double}, {@code
     * Boolean}, {@code Duration} ({@code 30s}, {@code 5m}, {@code 72h}, {@code 2d} or ISO 8601), enums, types with a
     * static {@code @JsonCreator} method of one string, further records, lists and sets (also as a comma-separated
     * scalar), and maps by text. A component of type {@code ConfigSection} receives its part unread; a map or a {@code
     * ConfigSection} with {@code @JsonAnySetter} receives every key that no other component has.
     *
     * <p>For an absent key {@code null} arrives at the record's constructor, an empty collection, or a record of an empty
     * part. Jakarta Validation's constraints hold, {@code @Size} for a {@link Secret} too. A component whose default the
     * constructor gives is not {@code @NotNull}: constraints may be checked before it.
     *
     * @throws ConfigException with all faults at once
     * @throws IllegalArgumentException when the record itself asks for a type that is not listed here
     */
    public <T extends Record> T bind(Class<T> type) throws ConfigException {
        Faults faults = new Faults();
        T bound = new RecordBinder(environment, faults).bind(type, value, place, new Masking());
        faults.throwIfAny();
        if (bound == null) {
            throw new IllegalStateException("neither a " + type.getSimpleName() + " nor a fault");
        }
        return bound;
    }

    /** Where this part is, never what is in it. */
    @Override
    public String toString() {
        return "ConfigSection[" + place.path() + "]";
    }
}
