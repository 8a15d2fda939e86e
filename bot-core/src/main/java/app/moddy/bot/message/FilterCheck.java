package app.moddy.bot.message;

import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterExpression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.node.expression.LiteralStringExpression;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Allows a filter where it is known, takes these arguments, and bears whatever its input can be. */
final class FilterCheck {
    private final ExpressionTypes types;
    private final Map<String, TextFilter> filters;
    private final Set<String> labelGroups;
    private final List<String> faults;

    FilterCheck(
            Map<String, MetadataType> scope,
            Map<String, TextFilter> filters,
            Set<String> labelGroups,
            List<String> faults) {
        this.types = new ExpressionTypes(scope);
        this.filters = filters;
        this.labelGroups = labelGroups;
        this.faults = faults;
    }

    void filter(FilterExpression expression) {
        FilterInvocationExpression invocation = (FilterInvocationExpression) expression.getRightExpression();
        String name = invocation.getFilterName();
        TextFilter filter = filters.get(name);
        if (filter == null) {
            faults.add(NearestName.unknown("filter", name, filters.keySet()));
            return;
        }
        input(name, filter.inputs(), types.of(expression.getLeftExpression()));
        List<String> names = filter.getArgumentNames();
        if (!FilterArguments.fit(invocation, names)) {
            String takes = names.isEmpty() ? "no argument" : "one argument: " + String.join(", ", names);
            faults.add("the filter '%s' takes %s".formatted(name, takes));
        }
        if (name.equals("label")) {
            label(FilterArguments.of(invocation));
        }
    }

    private void input(String filter, Set<MetadataType> needed, Set<MetadataType> given) {
        String wrong = given.stream()
                .filter(type -> !needed.contains(type))
                .map(MetadataType::withArticle)
                .collect(Collectors.joining(" or "));
        if (!wrong.isEmpty()) {
            String right = needed.stream().map(MetadataType::withArticle).collect(Collectors.joining(" or "));
            faults.add("the filter '%s' needs %s, not %s".formatted(filter, right, wrong));
        }
    }

    private void label(List<Expression<?>> arguments) {
        if (arguments.size() != 1 || !(arguments.get(0) instanceof LiteralStringExpression group)) {
            faults.add("write the group of labels as a text: label('group')");
        } else if (!labelGroups.contains(group.getValue())) {
            faults.add(NearestName.unknown("group of labels in this file", group.getValue(), labelGroups));
        }
    }
}
