package app.moddy.bot.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML text → values. Reads nodes, not objects: YAML's own types and tags mean nothing here, the record's types do. */
final class YamlReader {
    /** Nested as cleverly as can be, ten aliases make a document about forty times longer, not more. */
    private static final int ALIASES_OF_COLLECTIONS = 10;

    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.TIMESTAMP, Tag.MERGE, Tag.MAP, Tag.SEQ);

    private final Place root;
    private final Faults faults = new Faults();

    YamlReader(Place root) {
        this.root = root;
    }

    Value read(String yaml) throws ConfigException {
        Node node = compose(yaml);
        Value value = node == null ? new Value.Absent(root.at()) : value(node, root);
        if (value instanceof Value.Scalar || value instanceof Value.Sequence) {
            faults.add(root, "must be keys and values (key: value)");
        }
        faults.throwIfAny();
        return value;
    }

    private @Nullable Node compose(String yaml) throws ConfigException {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(ALIASES_OF_COLLECTIONS);
        try {
            return new Yaml(options).compose(new StringReader(yaml));
        } catch (YAMLException e) {
            throw new ConfigException(List.of(new ConfigFault(root.path(), SyntaxMessage.of(e, yaml))), root.name());
        }
    }

    private Value value(Node node, Place place) {
        if (!PLAIN_TAGS.contains(node.getTag())) {
            faults.add(place, "has a YAML tag, which is not taken here; quote a text that begins with !");
        } else if (node.isTwoStepsConstruction()) {
            faults.add(place, "is an alias of something that contains it");
        } else if (node instanceof MappingNode mapping) {
            return mapping(mapping, place);
        } else if (node instanceof SequenceNode sequence) {
            return sequence(sequence, place);
        } else if (node instanceof ScalarNode scalar && !Tag.NULL.equals(node.getTag())) {
            return new Value.Scalar(place.at(), scalar.getValue());
        }
        return new Value.Absent(place.at());
    }

    private Value mapping(MappingNode node, Place place) {
        Map<String, Value> entries = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Node keyNode = tuple.getKeyNode();
            if (keyNode instanceof ScalarNode key) {
                Place here = place.key(key.getValue(), index(key));
                Integer earlier = lines.putIfAbsent(key.getValue(), line(key));
                if (earlier == null) {
                    entries.put(key.getValue(), value(tuple.getValueNode(), here));
                } else {
                    faults.add(here, "is there twice, in lines " + earlier + " and " + line(key) + "; keep one");
                }
            } else {
                faults.add(place, "has a key that is no text in line " + line(keyNode) + "; quote a text with braces");
            }
        }
        return new Value.Mapping(place.at(), entries);
    }

    private Value sequence(SequenceNode node, Place place) {
        List<Value> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            items.add(value(item, place.index(items.size(), index(item))));
        }
        return new Value.Sequence(place.at(), items);
    }

    private static int index(Node node) {
        return node.getStartMark().getIndex();
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
