package app.moddy.bot.message;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping in a YAML file that knows its lines; what it is asked for and does not have is recorded as a fault. */
final class YamlSection {
    private record Entry(int line, Node value) {}

    private final int line;
    private final String path;
    private final TemplateFaults faults;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private YamlSection(int line, String path, MappingNode node, TemplateFaults faults) {
        this.line = line;
        this.path = path;
        this.faults = faults;
        node.getValue().forEach(this::add);
    }

    /** Reads a whole file; an empty one has no entries. */
    static Optional<YamlSection> of(String yaml, TemplateFaults faults) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new StringReader(yaml));
            if (root == null || root instanceof MappingNode) {
                MappingNode mapping = root == null ? empty() : (MappingNode) root;
                return Optional.of(new YamlSection(1, "", mapping, faults));
            }
            faults.add(1, "(file)", "must be a mapping of actions");
        } catch (MarkedYAMLException e) {
            faults.add(line(e.getProblemMark()), "(file)", "is no valid YAML: " + e.getProblem());
        } catch (YAMLException e) {
            faults.add(1, "(file)", "is no valid YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static MappingNode empty() {
        return new MappingNode(Tag.MAP, List.of(), DumperOptions.FlowStyle.BLOCK);
    }

    private void add(NodeTuple tuple) {
        Node keyNode = tuple.getKeyNode();
        int keyLine = line(keyNode.getStartMark());
        String key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (entries.putIfAbsent(key, new Entry(keyLine, tuple.getValueNode())) != null) {
            faults.add(keyLine, path(key), "stands here twice; remove one");
        }
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
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
        Entry entry = entries.get(key);
        faults.add(entry == null ? line : entry.line(), path(key), message);
    }

    /** Records a fault for each key that is none of these. */
    void allowOnly(Set<String> allowed) {
        for (String key : new ArrayList<>(keys())) {
            if (!allowed.contains(key)) {
                fault(key, "unknown key" + NearestName.hint(key, allowed));
            }
        }
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
        return text.orElse(new SourceText("", line, path(key)));
    }

    Optional<SourceText> optionalText(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        } else if (entry.value() instanceof ScalarNode scalar
                && !scalar.getTag().equals(Tag.NULL)) {
            return Optional.of(new SourceText(scalar.getValue(), entry.line(), path(key)));
        }
        fault(key, "must be a text; in quotes if it begins with '{' or '#'");
        return Optional.empty();
    }

    Optional<YamlSection> section(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        } else if (entry.value() instanceof MappingNode mapping) {
            return Optional.of(new YamlSection(entry.line(), path(key), mapping, faults));
        }
        fault(key, "must be a mapping of keys");
        return Optional.empty();
    }

    /** The value as plain data; empty if it is not there or null. */
    Optional<Object> data(String key) {
        return Optional.ofNullable(entries.get(key)).map(entry -> YamlData.of(entry.value()));
    }
}
