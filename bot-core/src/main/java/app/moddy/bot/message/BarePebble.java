package app.moddy.bot.message;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.Test;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is left of each of Pebble's own extensions: two tags, two tests, the operators and the autoescaper. */
final class BarePebble extends ExtensionCustomizer {
    static final Set<String> TAGS = Set.of("if", "for");
    static final Set<String> TESTS = Set.of("empty", "null");

    BarePebble(Extension extension) {
        super(extension);
    }

    @Override
    public List<TokenParser> getTokenParsers() {
        List<TokenParser> parsers = super.getTokenParsers();
        return parsers == null
                ? List.of()
                : parsers.stream()
                        .filter(parser -> TAGS.contains(parser.getTag()))
                        .toList();
    }

    @Override
    public Map<String, Test> getTests() {
        Map<String, Test> tests = super.getTests();
        Map<String, Test> kept = tests == null ? new HashMap<>() : new HashMap<>(tests);
        kept.keySet().retainAll(TESTS);
        return kept;
    }

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of();
    }

    @Override
    public Map<String, Function> getFunctions() {
        return Map.of();
    }

    @Override
    public Map<String, Object> getGlobalVariables() {
        return Map.of();
    }

    @Override
    public List<AttributeResolver> getAttributeResolver() {
        return List.of();
    }
}
