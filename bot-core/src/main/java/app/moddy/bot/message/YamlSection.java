package app.moddy.bot.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A mapping in a YAML file that knows its lines; what it is asked for and does not have is recorded as a fault. Another file's
 * can lie over it.
 */
final class YamlSection {
    private final int line;
    private final String path;
    private final TemplateFaults faults;
    private final Map<String, YamlEntry> entries = new LinkedHashMap<>();

    private YamlSection(int line, String path, TemplateFaults faults) {
        this.line = line;
        this.path = path;
        this.faults = faults;
    }

    static YamlSection of(int line, String path, MappingNode node, TemplateFaults faults) {
        YamlSection section = new YamlSection(line, path, faults);
        node.getValue().forEach(section::add);
        return section;
    }

    private void add(NodeTuple tuple) {
        Node keyNode = tuple.getKeyNode();
        int keyLine = YamlText.line(keyNode.getStartMark());
        String key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (entries.putIfAbsent(key, new YamlEntry(keyLine, tuple.getValueNode(), faults, null)) != null) {
            faults.add(keyLine, path(key), "stands here twice; remove one");
        }
    }

    /** These entries with those of the other in their place, key by key; new ones come last. */
    YamlSection under(YamlSection other) {
        YamlSection merged = new YamlSection(other.line, path, other.faults);
        merged.entries.putAll(entries);
        other.entries.forEach((key, entry) -> merged.entries.merge(key, entry, (below, above) -> above.over(below)));
        return merged;
    }

    /** Only the entries with these keys. */
    YamlSection only(Set<String> keys) {
        YamlSection some = new YamlSection(line, path, faults);
        some.entries.putAll(entries);
        some.entries.keySet().retainAll(keys);
        return some;
    }

    /** The same, with only these keys below the given one. */
    YamlSection narrowed(String key, Set<String> kept) {
        YamlSection narrow = only(keys());
        narrow.entries.computeIfPresent(key, (any, entry) -> entry.only(kept));
        return narrow;
    }

    int line() {
        return line;
    }

    Set<String> keys() {
        return entries.keySet();
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void fault(String key, String message) {
        YamlEntry entry = entries.get(key);
        if (entry == null) {
            faults.add(line, path(key), message);
        } else {
            entry.faults().add(entry.line(), path(key), message);
        }
    }

    /** Records a fault for each key that is none of these. */
    void allowOnly(Set<String> allowed) {
        for (String key : new ArrayList<>(keys())) {
            if (!allowed.contains(key)) {
                fault(key, "unknown key" + NearestName.hint(key, allowed));
            }
        }
    }

    /** Whether the operator's file says that there is nothing here. */
    boolean removes(String key) {
        YamlEntry entry = entries.get(key);
        return entry != null && entry.isNull() && entry.faults().isOperators();
    }

    /** The text; one that is not there or blank is a fault and comes out empty. */
    SourceText text(String key) {
        if (!entries.containsKey(key)) {
            fault(key, "is missing; write the text here");
        }
        Optional<SourceText> text = optionalText(key);
        if (text.isPresent() && VisibleText.isBlank(text.get().text())) {
            fault(key, "is blank; write the text here");
        }
        return text.orElse(new SourceText("", line, path(key), faults));
    }

    Optional<SourceText> optionalText(String key) {
        YamlEntry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        } else if (entry.value() instanceof ScalarNode scalar && !entry.isNull()) {
            return Optional.of(new SourceText(scalar.getValue(), entry.line(), path(key), entry.faults()));
        }
        fault(key, "must be a text; in quotes if it begins with '{' or '#'");
        return Optional.empty();
    }

    Optional<YamlSection> section(String key) {
        YamlEntry entry = entries.get(key);
        return entry == null ? Optional.empty() : section(key, entry);
    }

    private Optional<YamlSection> section(String key, YamlEntry entry) {
        if (entry.value() instanceof MappingNode mapping) {
            YamlSection own = of(entry.line(), path(key), mapping, entry.faults());
            YamlEntry below = entry.under();
            return below == null
                    ? Optional.of(own)
                    : section(key, below).map(under -> under.under(own)).or(() -> Optional.of(own));
        }
        fault(key, "must be a mapping of keys");
        return Optional.empty();
    }

    /** The value as plain data; empty if it is not there or null. */
    Optional<Object> data(String key) {
        return Optional.ofNullable(entries.get(key)).map(entry -> YamlData.of(entry.value()));
    }
}
