package app.moddy.bot.message;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML node as the plain data that a JSON parser would give for the same. Dates stay strings. */
final class YamlData {
    private YamlData() {}

    /** Null for YAML's null. */
    static @Nullable Object of(Node node) {
        if (node instanceof MappingNode mapping) {
            return map(mapping);
        } else if (node instanceof SequenceNode sequence) {
            List<@Nullable Object> list = new ArrayList<>();
            sequence.getValue().forEach(element -> list.add(of(element)));
            return list;
        }
        return scalar((ScalarNode) node);
    }

    private static Map<String, @Nullable Object> map(MappingNode mapping) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                map.put(key.getValue(), of(tuple.getValueNode()));
            }
        }
        return map;
    }

    private static @Nullable Object scalar(ScalarNode node) {
        String value = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return null;
        } else if (node.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(value);
        }
        try {
            if (node.getTag().equals(Tag.INT)) {
                return new BigInteger(value);
            }
            return node.getTag().equals(Tag.FLOAT) ? new BigDecimal(value) : value;
        } catch (NumberFormatException e) {
            return value; // YAML's numbers that JSON has not, such as 0x1F and .inf
        }
    }
}
