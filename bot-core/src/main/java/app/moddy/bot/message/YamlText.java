package app.moddy.bot.message;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the text of a whole file. */
final class YamlText {
    private static final String SYNTAX = "is no valid YAML at column %s; perhaps a text here or above needs quotes"
            + " (\"…\"), a ':' or a bracket is missing, or a line is indented wrongly";

    private YamlText() {}

    /** What is in it, an empty one has no entries; empty after a fault. */
    static Optional<YamlSection> read(String yaml, TemplateFaults faults) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(options).compose(new StringReader(yaml));
            if (root == null || root instanceof MappingNode) {
                MappingNode mapping = root == null ? empty() : (MappingNode) root;
                return Optional.of(YamlSection.of(1, "", mapping, faults));
            }
            faults.add(1, "(file)", "must be a mapping of actions");
        } catch (MarkedYAMLException e) {
            faults.add(line(e.getProblemMark()), "(file)", SYNTAX.formatted(column(e.getProblemMark())));
        } catch (YAMLException e) {
            faults.add(
                    TemplateFault.NO_LINE,
                    "(file)",
                    "is no valid YAML: it has aliases (*name) or a character that is not allowed, or is too long");
        }
        return Optional.empty();
    }

    private static MappingNode empty() {
        return new MappingNode(Tag.MAP, List.of(), DumperOptions.FlowStyle.BLOCK);
    }

    private static int column(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getColumn() + 1;
    }

    /** Counted from 1. */
    static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }
}
