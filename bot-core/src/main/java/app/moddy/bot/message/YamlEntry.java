package app.moddy.bot.message;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * What stands behind a key, and where.
 *
 * @param faults of the file that it stands in
 * @param under what another file has here, when this one lies over it
 */
record YamlEntry(
        int line,
        Node value,
        TemplateFaults faults,
        @Nullable YamlEntry under) {
    YamlEntry over(YamlEntry below) {
        return new YamlEntry(line, value, faults, below);
    }

    boolean isNull() {
        return value instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    /** The same with only these keys, if it has keys. */
    YamlEntry only(Set<String> keys) {
        return value instanceof MappingNode mapping ? new YamlEntry(line, only(mapping, keys), faults, under) : this;
    }

    private static MappingNode only(MappingNode mapping, Set<String> keys) {
        List<NodeTuple> kept = mapping.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar && keys.contains(scalar.getValue()))
                .toList();
        return new MappingNode(mapping.getTag(), kept, mapping.getFlowStyle());
    }
}
