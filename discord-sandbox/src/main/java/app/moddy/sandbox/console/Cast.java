package app.moddy.sandbox.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who can be played, in the order of introduction. While nobody was introduced, any name will do. Not thread-safe. */
public final class Cast {
    private final Map<String, Person> people = new LinkedHashMap<>();

    /** The notes change, such as "DMs closed". */
    private record Person(String id, Set<String> notes) {}

    /** Adds somebody, with what there is to know. */
    public void add(String name, String id, String... notes) {
        people.put(name, new Person(id, new LinkedHashSet<>(Arrays.asList(notes))));
    }

    /** Whether nobody was introduced. */
    public boolean isEmpty() {
        return people.isEmpty();
    }

    /**
     * Returns the name that was meant: in any case, with {@code @} or as an id.
     *
     * @throws IllegalArgumentException when nobody was; it names who there is
     */
    public String name(String typed) {
        String wanted = typed.startsWith("@") ? typed.substring(1) : typed;
        if (people.isEmpty()) {
            return wanted;
        }
        return people.entrySet().stream()
                .filter(one -> one.getKey().equalsIgnoreCase(wanted)
                        || one.getValue().id().equals(wanted))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no user " + wanted + "; " + names()));
    }

    /** Whether somebody of this name, or with this id, was introduced. */
    public boolean has(String typed) {
        String wanted = typed.startsWith("@") ? typed.substring(1) : typed;
        return people.containsKey(wanted)
                || people.values().stream().anyMatch(one -> one.id().equals(wanted));
    }

    /** Returns {@code there are: ada, bob}. */
    public String names() {
        return "there are: " + String.join(", ", people.keySet());
    }

    /** Changes a note, if it is about somebody who was introduced. */
    public void note(String name, String note, boolean holds) {
        Person person = people.get(name);
        if (person != null && holds) {
            person.notes().add(note);
        } else if (person != null) {
            person.notes().remove(note);
        }
    }

    /** Returns a line for each: name, id, notes. */
    public List<String> lines(String you) {
        return people.entrySet().stream()
                .map(one -> line(one.getKey(), one.getValue(), one.getKey().equals(you)))
                .toList();
    }

    private static String line(String name, Person person, boolean you) {
        Set<String> notes = new LinkedHashSet<>(you ? Set.of("you") : Set.of());
        notes.addAll(person.notes());
        return "  %-8s%s  %s"
                .formatted(name, person.id(), String.join(", ", notes))
                .stripTrailing();
    }
}
